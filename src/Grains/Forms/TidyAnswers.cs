using System.Text.Json.Nodes;

namespace Suyuan.Forms;

/// <summary>Answers as they are kept: texts without blanks around them, nothing where nothing was answered, codes in capitals.</summary>
internal static class TidyAnswers
{
    public static JsonObject Of(Form form, JsonObject given) => Row(form.Fields.ToDictionary(field => field.Key), given);

    private static JsonObject Row(Dictionary<string, FormField> fields, JsonObject given)
    {
        var tidy = new JsonObject();
        foreach (var (key, value) in given)
        {
            if (Value(fields.GetValueOrDefault(key), value) is { } kept) tidy[key] = kept;
        }

        return tidy;
    }

    private static JsonNode? Value(FormField? field, JsonNode? value) => value switch
    {
        JsonValue text when text.TryGetValue<string>(out var words) => Words(field, words.Trim().ReplaceLineEndings("\n")),
        JsonArray { Count: 0 } => null,
        JsonArray rows when field is { Type: FieldType.Rows } => Rows(field, rows),
        JsonArray items => new JsonArray([.. items.Select(item => Value(field, item))]),
        _ => value?.DeepClone(),
    };

    private static JsonArray Rows(FormField field, JsonArray rows)
    {
        var columns = field.Fields.ToDictionary(column => column.Key);
        return new([.. rows.Select(row => row is JsonObject given ? Row(columns, given) : row?.DeepClone())]);
    }

    private static JsonValue? Words(FormField? field, string text)
    {
        if (text.Length == 0) return null;
        return JsonValue.Create(field?.Type is FieldType.CreditCode or FieldType.IdNumber ? text.ToUpperInvariant() : text);
    }
}
