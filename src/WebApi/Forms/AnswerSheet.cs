using System.Text.Json;
using System.Text.Json.Nodes;
using Suyuan.Common;

namespace Suyuan.Forms;

/// <summary>Answers as people read them: each field that was answered by its label, in one language.</summary>
internal sealed class AnswerSheet(Language language, IReadOnlyDictionary<string, string> names)
{
    private string Comma => language is Language.English ? ", " : "、";

    /// <summary>Names and values of the fields of a form that were answered, in the order of the form; no table among them.</summary>
    public IEnumerable<(string Name, string Value)> Lines(Form form, FormAnswers answers)
    {
        var given = answers.ToObject();
        return form.Fields.Where(field => field.Type is not FieldType.Rows && given[field.Key] is not null)
            .Select(field => (Text(field.Label), Text(field, given[field.Key]!)));
    }

    /// <summary>The tables of a form that were answered: its label, the columns' labels, and the rows.</summary>
    public IEnumerable<AnswerTable> Tables(Form form, FormAnswers answers)
    {
        var given = answers.ToObject();
        foreach (var field in form.Fields.Where(field => field.Type is FieldType.Rows))
        {
            if (given[field.Key] is not JsonArray rows) continue;
            yield return new(
                Text(field.Label),
                [.. field.Fields.Select(column => Text(column.Label))],
                [.. rows.OfType<JsonObject>().Select(row => Row(field, row))]);
        }
    }

    public string Text(FormText text) => language is Language.English ? text.En : text.Zh;

    private List<string> Row(FormField field, JsonObject row) =>
        [.. field.Fields.Select(column => row[column.Key] is { } value ? Text(column, value) : "")];

    private string Text(FormField field, JsonNode value) => value switch
    {
        JsonArray items => string.Join(Comma, items.OfType<JsonNode>().Select(item => Item(field, item))),
        _ => Item(field, value),
    };

    // A draft may hold anything; what is not as its field wants it is shown as it was given.
    private string Item(FormField field, JsonNode item) => (field.Type, item) switch
    {
        (FieldType.Choice, JsonValue) when field.Choices.FirstOrDefault(one => one.Key == Plain(item)) is { } choice => Text(choice.Label),
        (FieldType.YesNo, JsonValue yes) when yes.GetValueKind() is JsonValueKind.True or JsonValueKind.False =>
            TableWords.Of(yes.GetValue<bool>(), language),
        (FieldType.Number, JsonValue) => field.Unit is { } unit ? $"{Plain(item)} {unit}" : Plain(item),
        (FieldType.Plots, JsonValue) => names.GetValueOrDefault(Plain(item), Plain(item)),
        (FieldType.Attachment, JsonObject file) => Plain(file["name"]),
        (FieldType.Inputs, JsonObject use) => $"{names.GetValueOrDefault(Plain(use["lot"]), Plain(use["lot"]))} × {Plain(use["quantity"])}",
        _ => Plain(item),
    };

    private static string Plain(JsonNode? value) => value switch
    {
        null => "",
        JsonValue text when text.TryGetValue<string>(out var words) => words,
        _ => value.ToJsonString(SuyuanJson.Options),
    };
}

/// <summary>A table among answers.</summary>
internal sealed record AnswerTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
