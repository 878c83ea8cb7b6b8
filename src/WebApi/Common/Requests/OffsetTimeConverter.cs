using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Suyuan.Common;

/// <summary>A moment with its offset. Without one the framework would take it for the server's own time, which is nobody's.</summary>
internal sealed class OffsetTimeConverter : JsonConverter<DateTimeOffset>
{
    private const int LengthOfMinutes = 16;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String
            && HasOffset(TextOf(ref reader)) && reader.TryGetDateTimeOffset(out var moment)
            ? moment
            : throw new JsonException("A time with its offset is expected, as 2026-11-25T08:00:00+08:00.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    private static ReadOnlySpan<byte> TextOf(ref Utf8JsonReader reader) =>
        reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;

    private static bool HasOffset(ReadOnlySpan<byte> text) =>
        text.Length > LengthOfMinutes && (text[^1] == 'Z' || text[^6] is (byte)'+' or (byte)'-');
}
