using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Suyuan.Forms;

internal sealed class FormAnswersConverter : JsonConverter<FormAnswers>
{
    private static readonly JsonDocumentOptions NothingTwice = new() { AllowDuplicateProperties = false };

    public override FormAnswers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var given = JsonDocument.ParseValue(ref reader);
        if (given.RootElement.ValueKind is not JsonValueKind.Object) throw new JsonException("Answers are an object.");
        return FormAnswers.Of(JsonNode.Parse(given.RootElement.GetRawText(), documentOptions: NothingTwice)!.AsObject());
    }

    public override void Write(Utf8JsonWriter writer, FormAnswers value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json, skipInputValidation: true);
}
