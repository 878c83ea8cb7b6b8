using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Suyuan.Forms;

internal sealed class FormAnswersConverter : JsonConverter<FormAnswers>
{
    private static readonly JsonDocumentOptions NothingTwice = new() { AllowDuplicateProperties = false };

    public override FormAnswers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.StartObject) RefuseUnkeepable(reader);
        using var given = JsonDocument.ParseValue(ref reader);
        if (given.RootElement.ValueKind is not JsonValueKind.Object) throw new JsonException("Answers are an object.");
        return FormAnswers.Of(JsonNode.Parse(given.RootElement.GetRawText(), documentOptions: NothingTwice)!.AsObject());
    }

    public override void Write(Utf8JsonWriter writer, FormAnswers value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json, skipInputValidation: true);

    /// <summary>What no storage takes, wherever it stands: U+0000 and halves of characters. All else is for the checker to name.</summary>
    private static void RefuseUnkeepable(Utf8JsonReader text)
    {
        var depth = text.CurrentDepth;
        while (text.Read() && text.CurrentDepth > depth)
        {
            if (text.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsKeepable(ref text))
                throw new JsonException("A text holds what is no character.");
        }
    }

    private static bool IsKeepable(ref Utf8JsonReader text)
    {
        try
        {
            return !text.GetString()!.Contains('\0');
        }
        catch (InvalidOperationException)
        {
            // The reader's word for halves of characters and for bytes that are not UTF-8.
            return false;
        }
    }
}
