using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Suyuan.Common;

namespace Suyuan.Forms;

/// <summary>
/// What was answered to a form, as one JSON object by field key. Text, because a form's fields are data and JSON is what is stored.
/// </summary>
[GenerateSerializer, Immutable, Alias("form-answers"), JsonConverter(typeof(FormAnswersConverter))]
public sealed record FormAnswers([property: Id(0)] string Json)
{
    public static readonly FormAnswers Empty = new("{}");

    public JsonObject ToObject() => JsonNode.Parse(Json)!.AsObject();

    public static FormAnswers Of(JsonObject answers) => new(answers.ToJsonString(SuyuanJson.Options));

    /// <summary>As staff may read it: what is kept encrypted shows its mask.</summary>
    public FormAnswers Shown() => Json.Contains(SealedText.Marker, StringComparison.Ordinal) ? Of(SealedText.Masked(ToObject())) : this;

    /// <summary>The text of a field, or null when it was not answered.</summary>
    public string? Text(string field) => ToObject()[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
