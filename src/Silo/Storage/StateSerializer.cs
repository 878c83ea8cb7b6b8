using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Suyuan.Silo.Storage;

/// <summary>
/// Stored records as JSON: what write_grain_state takes (an envelope) and what read_grain_state gives (the record alone).
/// </summary>
public static class StateSerializer
{
    private const string Actor = "actor";
    private const string Reason = "reason";

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        // Chinese stays readable in the database; nothing of this is ever put into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        // What a record does not know is not stored: its initialiser stands when it is read.
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // jsonb orders members its own way, so a type discriminator may come late.
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The envelope. Who decided and why come from the call's context; a null state clears the grain.</summary>
    /// <exception cref="ArgumentException">A text holds the character U+0000, which PostgreSQL cannot store.</exception>
    public static ReadOnlyMemory<byte> Wrap<T>(T? state)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, new() { Encoder = Options.Encoder, SkipValidation = true }))
        {
            writer.WriteStartObject();
            writer.WriteString(Actor, RequestContext.Get(Actor) as string);
            writer.WriteString(Reason, RequestContext.Get(Reason) as string);
            writer.WritePropertyName("state");
            JsonSerializer.Serialize(writer, state, Options);
            writer.WriteEndObject();
        }

        if (HoldsNul(buffer.WrittenSpan))
            throw new ArgumentException($"A {typeof(T).Name} holds the character U+0000, which cannot be stored.", nameof(state));
        return buffer.WrittenMemory;
    }

    public static T? Unwrap<T>(ReadOnlySpan<byte> state) => JsonSerializer.Deserialize<T>(state, Options);

    private static bool HoldsNul(ReadOnlySpan<byte> json)
    {
        var rest = json;
        while (rest.IndexOf("\\u0000"u8) is var at and >= 0)
        {
            // An even number of backslashes before it is escaped backslashes; an odd one makes this one part of the text.
            var before = rest[..at];
            var backslashes = before.Length - before.TrimEnd((byte)'\\').Length;
            if (backslashes % 2 == 0) return true;
            rest = rest[(at + 1)..];
        }

        return false;
    }
}
