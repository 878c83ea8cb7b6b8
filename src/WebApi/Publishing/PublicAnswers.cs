using System.Text.Json;
using System.Text.Json.Nodes;
using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Publishing;

/// <summary>
/// Answers as consumers may read them, in both languages (PB4): by the form's version they were given to, what is secret left out, names
/// of people by their first character, ID numbers and mobiles never, whatever the form says. A field that no form knows is not shown.
/// </summary>
internal sealed class PublicAnswers(PublicMaterial material, PublicWords words)
{
    private static readonly HashSet<string> Addresses =
        ["address", "baseAddress", "factoryAddress", "postalCode", "place", "basePlace"];

    public IReadOnlyList<PublicSection> Sections(Form form, FormAnswers answers)
    {
        var given = answers.ToObject();
        return [
            .. form.Sections.Select(section => new PublicSection(section.Key, section.Label, [.. Fields(section.Fields, given)]))
                .Where(section => section.Fields.Count > 0),
        ];
    }

    /// <summary>What a record is called: its first required text that everybody may read.</summary>
    public static FormText? TitleOf(Form form, FormAnswers answers) => form.Fields
        .Where(field => field is { Type: FieldType.Text, Required: true, Privacy: FieldPrivacy.Open })
        .Select(field => answers.Text(field.Key)).OfType<string>().Select(PersonalTraces.RemovedFrom)
        .Select(FormWords.Plain).FirstOrDefault();

    private IEnumerable<PublicField> Fields(IReadOnlyList<FormField> fields, JsonObject given)
    {
        for (var at = 0; at < fields.Count; at++)
        {
            var field = fields[at];
            if (given[field.Key] is not { } value || !IsShown(field) || Field(field, value) is not { } shown) continue;
            // A quantity and the choice of its unit are one answer: 118600 千克.
            if (at + 1 < fields.Count && IsUnitOf(fields[at + 1], field) && TextOf(fields[at + 1], given[fields[at + 1].Key]) is { } unit)
            {
                shown = shown with { Text = PublicWords.Counted(Number(value) ?? 0, unit) };
                at++;
            }

            yield return shown;
        }
    }

    private static bool IsUnitOf(FormField field, FormField number) =>
        number is { Type: FieldType.Number, Unit: null } && field is { Type: FieldType.Choice, Privacy: FieldPrivacy.Open, Multiple: false }
        && field.Key.EndsWith("unit", StringComparison.OrdinalIgnoreCase);

    private bool IsShown(FormField field) =>
        field.Privacy is not FieldPrivacy.Secret
        && field.Type is not (FieldType.IdNumber or FieldType.Mobile)
        // Of a choice or a file there is no first character to show.
        && (field.Privacy is FieldPrivacy.Open || field.Type is FieldType.Text)
        && !(material.Enterprise.IsPrivatePerson && Addresses.Contains(field.Key));

    private PublicField? Field(FormField field, JsonNode value)
    {
        var shown = new PublicField { Key = field.Key, Label = field.Label };
        switch (field.Type)
        {
            case FieldType.Rows:
                var columns = field.Fields.Where(IsShown).ToList();
                var rows = (value as JsonArray ?? []).OfType<JsonObject>()
                    .Select(row => (IReadOnlyList<PublicCell>)[.. columns.Select(column => Cell(column, row[column.Key]))]).ToList();
                return columns.Count == 0 || rows.Count == 0
                    ? null
                    : shown with { Columns = [.. columns.Select(column => column.Label)], Rows = rows };
            case FieldType.Attachment:
                var files = Files(value);
                return files.Count == 0 ? null : shown with { Files = files };
            case FieldType.Place:
                return shown with { Place = value.DeepClone() };
            case FieldType.District:
                return Plain(value) is { } code && words.DistrictOf(code) is { } name
                    ? shown with { Text = FormWords.Plain(name), Code = code }
                    : null;
            default:
                return TextOf(field, value) is { } text ? shown with { Text = text } : null;
        }
    }

    private PublicCell Cell(FormField column, JsonNode? value) => (column.Type, value) switch
    {
        (_, null) => new(null, []),
        (FieldType.Attachment, _) => new(null, Files(value)),
        (FieldType.Place, _) => new(null, []),
        _ => new(TextOf(column, value), []),
    };

    private List<PublicFile> Files(JsonNode value) =>
    [
        .. (value as JsonArray ?? []).OfType<JsonObject>().Select(file => Plain(file["sha256"])).OfType<string>()
            .Where(material.Media.ContainsKey).Select(digest => new PublicFile(digest, material.Media[digest])),
    ];

    private FormText? TextOf(FormField field, JsonNode? value)
    {
        var items = (value is JsonArray several ? several.AsEnumerable() : [value]).OfType<JsonNode>()
            .Select(item => Item(field, item)).OfType<FormText>().ToList();
        return items.Count == 0
            ? null
            : new() { Zh = string.Join("、", items.Select(item => item.Zh)), En = string.Join(", ", items.Select(item => item.En)) };
    }

    private FormText? Item(FormField field, JsonNode item) => (field.Type, item) switch
    {
        (FieldType.Choice, _) => field.Choices.FirstOrDefault(choice => choice.Key == Plain(item))?.Label,
        (FieldType.YesNo, JsonValue answer) when answer.TryGetValue<bool>(out var yes) =>
            new() { Zh = TableWords.Of(yes, Language.Chinese), En = yes ? "Yes" : "No" },
        (FieldType.Number, _) when Number(item) is { } amount => PublicWords.Amount(amount, field.Unit),
        (FieldType.Plots, _) => NameOf(item),
        (FieldType.Inputs, JsonObject use) when NameOf(use["lot"]) is { } lot && Number(use["quantity"]) is { } drawn =>
            words.Drawn(lot.Zh, drawn),
        (FieldType.District, _) when Plain(item) is { } code && words.DistrictOf(code) is { } name => FormWords.Plain(name),
        (FieldType.Text, JsonValue) when Plain(item) is { } said => FormWords.Plain(
            PersonalTraces.RemovedFrom(field.Privacy is FieldPrivacy.Masked ? PersonalTraces.MaskOf(said) : said)),
        (FieldType.Date or FieldType.CreditCode or FieldType.Gtin or FieldType.Phone or FieldType.Email, JsonValue)
            when Plain(item) is { } said => FormWords.Plain(said),
        _ => null,
    };

    private FormText? NameOf(JsonNode? id) =>
        Plain(id) is { } key && material.Names.TryGetValue(key, out var name) ? FormWords.Plain(PersonalTraces.RemovedFrom(name)) : null;

    private static string? Plain(JsonNode? value) =>
        value is JsonValue plain && plain.GetValueKind() == JsonValueKind.String ? plain.GetValue<string>() : null;

    private static decimal? Number(JsonNode? value) =>
        value is JsonValue plain && plain.GetValueKind() == JsonValueKind.Number ? plain.GetValue<decimal>() : null;
}
