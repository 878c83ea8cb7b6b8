using System.Text.Json.Nodes;

namespace Suyuan.Forms;

/// <summary>What answers point at: uploaded files, plots, lots of inputs. Whether they exist is for others to say.</summary>
public sealed record FormReferences
{
    public required IReadOnlyList<string> Attachments { get; init; }
    public required IReadOnlyList<string> Plots { get; init; }
    public required IReadOnlyList<string> Lots { get; init; }

    public bool Any => Attachments.Count + Plots.Count + Lots.Count > 0;

    public static FormReferences Of(Form form, FormAnswers answers)
    {
        var given = answers.ToObject();
        return new()
        {
            Attachments = [.. Under(form, given, FieldType.Attachment).Select(file => TextOf(file, "sha256")).OfType<string>().Distinct()],
            Plots = [.. Under(form, given, FieldType.Plots).Select(TextOf).OfType<string>().Distinct()],
            Lots = [.. Under(form, given, FieldType.Inputs).Select(use => TextOf(use, "lot")).OfType<string>().Distinct()],
        };
    }

    private static IEnumerable<JsonNode?> Under(Form form, JsonObject answers, FieldType type) =>
        form.Fields.SelectMany(field => field.Type is FieldType.Rows
            ? ItemsOf(answers[field.Key]).OfType<JsonObject>().SelectMany(row => Under(field.Fields, row, type))
            : Under([field], answers, type));

    private static IEnumerable<JsonNode?> Under(IEnumerable<FormField> fields, JsonObject row, FieldType type) =>
        fields.Where(field => field.Type == type).SelectMany(field => ItemsOf(row[field.Key]));

    private static IEnumerable<JsonNode?> ItemsOf(JsonNode? node) => node as JsonArray ?? [];

    private static string? TextOf(JsonNode? item, string member) => item is JsonObject value ? TextOf(value[member]) : null;

    private static string? TextOf(JsonNode? item) => item is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
