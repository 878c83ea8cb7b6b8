using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace Suyuan.Collector;

/// <summary>Reads an HTTP/1.1 answer whose chunked body is lines of text.</summary>
internal sealed class ChunkedLines(Stream stream)
{
    private readonly PipeReader reader = PipeReader.Create(stream);
    private readonly Queue<ReadOnlyMemory<byte>> ready = new();
    private byte[] begun = [];
    private bool ended;

    public bool HasLine => ready.Count > 0;

    /// <summary>The status; the headers are passed over.</summary>
    public async Task<int> Head(CancellationToken cancellationToken)
    {
        var status = await Line(cancellationToken) ?? throw new IOException("The node closed the connection.");
        while (await Line(cancellationToken) is { Length: > 0 })
        {
            // A header.
        }

        return int.Parse(status.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    /// <summary>The next line of the body, or null at its end.</summary>
    public async Task<ReadOnlyMemory<byte>?> Next(CancellationToken cancellationToken)
    {
        while (ready.Count == 0 && !ended) await ReadChunk(cancellationToken);
        return ready.TryDequeue(out var line) ? line : (ReadOnlyMemory<byte>?)null;
    }

    private async Task ReadChunk(CancellationToken cancellationToken)
    {
        var size = await Line(cancellationToken) ?? throw new IOException("The node closed the connection.");
        var length = int.Parse(size.Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var read = await reader.ReadAtLeastAsync(length + 2, cancellationToken);
        if (read.Buffer.Length < length + 2) throw new IOException("The node closed the connection.");
        var chunk = new byte[begun.Length + length];
        begun.CopyTo(chunk, 0);
        System.Buffers.BuffersExtensions.CopyTo(read.Buffer.Slice(0, length), chunk.AsSpan(begun.Length));
        reader.AdvanceTo(read.Buffer.GetPosition(length + 2));
        ended = length == 0;
        Cut(chunk);
    }

    private void Cut(byte[] text)
    {
        var from = 0;
        for (var end = Array.IndexOf(text, (byte)'\n'); end >= 0; end = Array.IndexOf(text, (byte)'\n', from))
        {
            ready.Enqueue(text.AsMemory(from, end - from));
            from = end + 1;
        }

        begun = text[from..];
    }

    private async Task<string?> Line(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (System.Buffers.BuffersExtensions.PositionOf(read.Buffer, (byte)'\n') is { } end)
            {
                var line = Encoding.ASCII.GetString(read.Buffer.Slice(0, end)).TrimEnd('\r');
                reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted) return null;
        }
    }
}
