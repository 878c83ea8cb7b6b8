using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Suyuan.Forms;

internal sealed class FormAnswersConverter : JsonConverter<FormAnswers>
{
    private const int MostDigits = 1_000;

    // A file in a row is five deep. What is as deep as a body may be is too deep for the record around it to be read again.
    private const int Deepest = 16;

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

    /// <summary>
    /// What no storage takes or gives back, wherever it stands: U+0000, halves of characters, numbers beyond PostgreSQL's, nesting without
    /// end. All else is for the checker.
    /// </summary>
    private static void RefuseUnkeepable(Utf8JsonReader answers)
    {
        var depth = answers.CurrentDepth;
        while (answers.Read() && answers.CurrentDepth > depth)
        {
            if (answers.CurrentDepth - depth > Deepest) throw new JsonException("Answers are not that deep.");
            if (answers.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsKeepableText(ref answers))
                throw new JsonException("A text holds what is no character.");
            if (answers.TokenType is JsonTokenType.Number && !IsKeepableNumber(ref answers))
                throw new JsonException("A number has more digits than anything can be counted in.");
        }
    }

    private static bool IsKeepableText(ref Utf8JsonReader text)
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

    // Counted as it comes back: PostgreSQL writes 1e3 as 1000.
    private static bool IsKeepableNumber(ref Utf8JsonReader number)
    {
        var written = number.HasValueSequence ? number.ValueSequence.ToArray() : number.ValueSpan;
        var end = written.IndexOfAny((byte)'e', (byte)'E');
        if (end < 0) return written.Length <= MostDigits;
        return int.TryParse(written[(end + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var zeros)
            && zeros is > -MostDigits and < MostDigits && end + "0.".Length + Math.Abs(zeros) <= MostDigits;
    }
}
