using System.Text.Json;
using System.Text.Json.Nodes;

namespace Suyuan.Forms;

/// <summary>
/// Personal data among answers as it is kept: {"masked", "hash", "keyId", "cipher"}, and "malformed" where it was not what its field
/// asks for. The hash finds it and tells that it is the same again; the mask is what staff see.
/// </summary>
public static class SealedText
{
    public const string Marker = "\"cipher\":";
    public const string Malformed = "malformed";

    private static readonly string[] Members = ["masked", "hash", "keyId", "cipher"];

    public static bool Is(JsonNode? node) => node is JsonObject value && Members.All(member => IsText(value[member]));

    public static string MaskOf(JsonNode node) => node["masked"]!.GetValue<string>();

    public static bool IsMalformed(JsonNode node) => node[Malformed] is not null;

    public static JsonObject Masked(JsonObject answers)
    {
        var shown = new JsonObject();
        foreach (var (key, value) in answers) shown[key] = Masked(value);
        return shown;
    }

    private static bool IsText(JsonNode? node) => node?.GetValueKind() is JsonValueKind.String;

    private static JsonNode? Masked(JsonNode? value) => value switch
    {
        _ when Is(value) => MaskOf(value!),
        JsonObject row => Masked(row),
        JsonArray items => new JsonArray([.. items.Select(Masked)]),
        _ => value?.DeepClone(),
    };
}
