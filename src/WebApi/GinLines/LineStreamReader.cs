using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Suyuan.Common;

namespace Suyuan.GinLines;

/// <summary>
/// Reads a stream's messages, a JSON line each: the body of the single call with its "kind" and "sequence". A line that is no such
/// message but has a sequence becomes a message that the line refuses, so that those behind it are no gap. Blank lines keep the
/// stream alive.
/// </summary>
internal sealed class LineStreamReader(PipeReader body, JsonSerializerOptions options)
{
    private const int LongestLine = 8 * 1024;
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(2);

    /// <summary>Until the client ends the stream, falls silent or goes away.</summary>
    public async Task ReadInto(ChannelWriter<LineStreamMessage> messages, CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            while (true)
            {
                silence.CancelAfter(LongestSilence);
                var read = await body.ReadAsync(silence.Token);
                var rest = read.Buffer;
                while (TryCut(ref rest, read.IsCompleted, out var line))
                {
                    if (Read(line) is { } message) await messages.WriteAsync(message, cancellationToken);
                }

                body.AdvanceTo(rest.Start, rest.End);
                if (read.IsCompleted) return;
                if (rest.Length <= LongestLine) continue;
                await messages.WriteAsync(new(null, WebRefusals.Malformed), cancellationToken);
                return;
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or BadHttpRequestException)
        {
            // The stream is over; what was read is still taken and acknowledged as far as anybody listens.
        }
        finally
        {
            messages.TryComplete();
        }
    }

    private static bool TryCut(ref ReadOnlySequence<byte> rest, bool last, out ReadOnlySequence<byte> line)
    {
        line = rest;
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }

        if (!last || rest.IsEmpty) return false;
        rest = rest.Slice(rest.End);
        return true;
    }

    internal LineStreamMessage? Read(ReadOnlySequence<byte> line)
    {
        var json = line.IsSingleSegment ? line.FirstSpan : line.ToArray();
        if (json.Trim(" \r\t"u8).IsEmpty) return null;
        if (json.Length > LongestLine) return new(null, WebRefusals.Malformed);
        var (kind, sequence) = HeadOf(json);
        if (sequence is not { } number) return new(null, WebRefusals.Malformed);
        return new(MessageOf(kind, json)?.ToCommand(new(number, null)) ?? Faulty(kind, number, json), null);
    }

    private ILineRequest? MessageOf(LineMessageKind? kind, ReadOnlySpan<byte> json)
    {
        try
        {
            return kind switch
            {
                LineMessageKind.Scan => JsonSerializer.Deserialize<ScanRequest>(json, options),
                LineMessageKind.Bale => JsonSerializer.Deserialize<BaleRequest>(json, options),
                LineMessageKind.Finish => JsonSerializer.Deserialize<FinishRequest>(json, options),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static LineCommand Faulty(LineMessageKind? kind, long sequence, ReadOnlySpan<byte> json) => new()
    {
        Identity = new(sequence, null),
        Kind = kind ?? LineMessageKind.Bale,
        Fault = WebRefusals.Malformed,
        Raw = Printable(json),
    };

    /// <summary>What the ledger keeps of a line that cannot be read: PostgreSQL stores no control characters.</summary>
    private static string Printable(ReadOnlySpan<byte> json) =>
        string.Concat(Encoding.UTF8.GetString(json).Select(character => char.IsControl(character) ? '?' : character));

    /// <summary>Kind and sequence, wherever they stand, of a line that need not be sound otherwise.</summary>
    private static (LineMessageKind? Kind, long? Sequence) HeadOf(ReadOnlySpan<byte> json)
    {
        LineMessageKind? kind = null;
        long? sequence = null;
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName) continue;
                var (isKind, isSequence) = (reader.ValueTextEquals("kind"u8), reader.ValueTextEquals("sequence"u8));
                reader.Read();
                if (isKind && reader.TokenType == JsonTokenType.String) kind = KindOf(ref reader);
                if (isSequence && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number)) sequence = number;
            }
        }
        catch (JsonException)
        {
            // As far as it could be read.
        }

        return (kind, sequence);
    }

    private static LineMessageKind? KindOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("bale"u8) ? LineMessageKind.Bale
        : reader.ValueTextEquals("scan"u8) ? LineMessageKind.Scan
        : reader.ValueTextEquals("finish"u8) ? LineMessageKind.Finish
        : null;
}
