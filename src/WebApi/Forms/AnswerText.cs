using System.Globalization;
using System.Text.Json.Nodes;
using Suyuan.Common;

namespace Suyuan.Forms;

/// <summary>Answers as a person reads them, field by field with the form's own words: for tables, where a form has no columns.</summary>
internal sealed class AnswerText(bool chinese)
{
    private const int Longest = 4_000;

    /// <summary>“label: value” of every field answered, in both languages.</summary>
    public static FormText Of(Form form, FormAnswers answers)
    {
        var given = answers.Shown().ToObject();
        return new()
        {
            Zh = Cut(new AnswerText(true).Row(form.Fields, given, "；")), En = Cut(new AnswerText(false).Row(form.Fields, given, "; ")),
        };
    }

    /// <summary>What a record is called in a list: its first required text.</summary>
    public static string? TitleOf(Form form, FormAnswers answers) => form.Fields
        .Where(field => field is { Type: FieldType.Text, Required: true })
        .Select(field => answers.Text(field.Key)).FirstOrDefault(text => text is not null);

    private string Row(IEnumerable<FormField> fields, JsonObject row, string between)
    {
        var answered = fields.Where(field => row[field.Key] is not null);
        return string.Join(between, answered.Select(field => $"{Word(field.Label)}: {Value(field, row[field.Key]!)}"));
    }

    private string Value(FormField field, JsonNode value) => value switch
    {
        JsonArray items => string.Join(chinese ? "、" : ", ", items.Select(item => Item(field, item))),
        _ => Item(field, value),
    };

    private string Item(FormField field, JsonNode? value) => (field.Type, value) switch
    {
        (FieldType.Rows, JsonObject row) => $"({Row(field.Fields, row, ", ")})",
        (FieldType.Attachment, JsonObject file) => Text(file["name"]),
        (FieldType.Inputs, JsonObject use) => $"{Text(use["lot"])} × {Text(use["quantity"])}",
        (FieldType.Choice, JsonValue choice) => ChoiceOf(field, Text(choice)),
        (FieldType.YesNo, JsonValue answer) when answer.TryGetValue<bool>(out var yes) =>
            TableWords.Of(yes, chinese ? Language.Chinese : Language.English),
        (FieldType.Number, JsonValue number) when field.Unit is { } unit => $"{Text(number)} {unit}",
        (FieldType.Place, _) => chinese ? "已定位" : "located",
        _ => Text(value),
    };

    private string ChoiceOf(FormField field, string key) =>
        field.Choices.FirstOrDefault(choice => choice.Key == key) is { } known ? Word(known.Label) : key;

    private string Word(FormText text) => chinese ? text.Zh : text.En;

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonValue text when text.TryGetValue<string>(out var words) => words,
        JsonValue number when number.TryGetValue<decimal>(out var amount) => amount.ToString(CultureInfo.InvariantCulture),
        _ => value.ToJsonString(),
    };

    private static string Cut(string text) => text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
}
