using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Suyuan.Common;

namespace Suyuan.Forms.Tests;

internal static class Given
{
    public const string Mobile = "13800001234";
    public const string IdNumber = "11010519491231002X";
    public const string CreditCode = "91330100799655058B";
    public const string Picture = "aa11";
    public const string Paper = "bb22";
    public const string Plot = "plot-1";
    public const string Pesticide = "lot-1";
    public const string Feed = "lot-2";

    public static DateOnly Today { get; } = new(2026, 5, 20);

    public static KnownReferences Known { get; } = new()
    {
        Attachments = ImmutableDictionary<string, string>.Empty.Add(Picture, "image/png").Add(Paper, "application/pdf"),
        Plots = [Plot, "plot-2"],
        Lots = ImmutableDictionary<string, string>.Empty.Add(Pesticide, "pesticide").Add(Feed, "feed"),
    };

    /// <summary>One field of every type, bounded; `rows` holds further ones.</summary>
    public static Form Everything { get; } = Form("""
        { "key": "text", "type": "text", "maxLength": 5 }, { "key": "long", "type": "text", "multiline": true },
        { "key": "number", "type": "number", "min": -1.5, "max": 100, "decimals": 2 }, { "key": "count", "type": "number", "decimals": 0 },
        { "key": "date", "type": "date" }, { "key": "past", "type": "date", "past": true },
        { "key": "choice", "type": "choice", "choices": [{ "key": "a" }, { "key": "b" }] },
        { "key": "several", "type": "choice", "multiple": true, "choices": [{ "key": "a" }, { "key": "b" }, { "key": "c" }],
          "minItems": 2, "maxItems": 3 },
        { "key": "yesNo", "type": "yesNo" }, { "key": "district", "type": "district" }, { "key": "creditCode", "type": "creditCode" },
        { "key": "idNumber", "type": "idNumber" }, { "key": "mobile", "type": "mobile" }, { "key": "phone", "type": "phone" },
        { "key": "email", "type": "email" }, { "key": "gtin", "type": "gtin" }, { "key": "place", "type": "place" },
        { "key": "files", "type": "attachment", "maxItems": 2 }, { "key": "pictures", "type": "attachment", "accept": ["image"] },
        { "key": "plots", "type": "plots" }, { "key": "inputs", "type": "inputs", "accept": ["pesticide"] },
        { "key": "rows", "type": "rows", "maxItems": 3, "fields": [
          { "key": "name", "type": "text", "required": true }, { "key": "count", "type": "number", "min": 1 },
          { "key": "mobile", "type": "mobile" }, { "key": "scan", "type": "attachment" }, { "key": "plots", "type": "plots" }] }
        """);

    /// <summary>A form of these fields; the labels, which no rule reads, are made up.</summary>
    public static Form Form(string fields, string members = "") =>
        new FormCatalogue([Unchecked(fields, members)]).All.Single();

    public static Form Unchecked(string fields, string members = "")
    {
        var labelled = (JsonArray)Labelled(JsonNode.Parse($"[{fields}]")!);
        var text = $$$"""
            { "form": "test", "version": 1, "group": "management", "label": {{{Label}}},
              "sections": [{ "key": "only", "label": {{{Label}}}, "fields": {{{labelled.ToJsonString()}}} }] }
            """;
        var form = JsonNode.Parse(text)!.AsObject();
        foreach (var (key, value) in JsonNode.Parse($"{{{members}}}")!.AsObject()) form[key] = value?.DeepClone();
        return form.Deserialize<Form>(SuyuanJson.Options)!;
    }

    public static FormAnswers Answers(string json) => JsonSerializer.Deserialize<FormAnswers>(json, SuyuanJson.Options)!;

    public static ImmutableArray<FieldFault> Check(Form form, string answers) => FormChecker.Check(form, Answers(answers), Today, Known);

    private const string Label = """{ "zh": "名称", "en": "Label" }""";

    private static JsonNode Labelled(JsonNode node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items) Labelled(item!);
            return node;
        }

        if (node is not JsonObject field) return node;
        field["label"] ??= JsonNode.Parse(Label);
        if (field["choices"] is { } choices) Labelled(choices);
        if (field["fields"] is { } fields) Labelled(fields);
        return node;
    }
}
