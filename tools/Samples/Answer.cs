using System.Net;
using System.Text.Json;

namespace Suyuan.Samples;

/// <summary>What the API answered: a body when it has one, and the revision of the resource.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonElement Body, string? Tag)
{
    public bool Succeeded => (int)Status is >= 200 and < 300;

    public string Code => Text("code");

    public string Text(string member) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}
