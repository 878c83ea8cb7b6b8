using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Suyuan.Collector;

/// <summary>
/// A model VI collector's stream to its line: messages and acknowledgements pass each other on one HTTP/1.1 request. It is spoken
/// here to the letter, since HttpClient reads no answer over HTTP/1.1 before it has sent its whole request.
/// </summary>
public sealed class LineConnection : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly TcpClient tcp;
    private readonly Stream stream;
    private readonly ArrayBufferWriter<byte> unsent = new();
    private readonly ChunkedLines lines;

    private LineConnection(TcpClient tcp, Stream stream) => (this.tcp, this.stream, lines) = (tcp, stream, new(stream));

    /// <exception cref="CollectorException">The node refuses the stream.</exception>
    /// <exception cref="IOException">The node is away; try again.</exception>
    public static async Task<LineConnection> Open(
        Uri node, string gin, int line, string deviceKey, CancellationToken cancellationToken = default)
    {
        var tcp = new TcpClient { NoDelay = true };
        try
        {
            await tcp.ConnectAsync(node.Host, node.Port, cancellationToken);
            Stream stream = tcp.GetStream();
            if (node.Scheme == Uri.UriSchemeHttps)
            {
                var secured = new SslStream(stream);
                await secured.AuthenticateAsClientAsync(node.Host);
                stream = secured;
            }

            var connection = new LineConnection(tcp, stream);
            await connection.Begin(node, $"/api/v1/gins/{gin}/lines/{line}/stream", deviceKey, cancellationToken);
            return connection;
        }
        catch (SocketException away)
        {
            tcp.Dispose();
            throw new IOException($"{node} does not answer: {away.Message}", away);
        }
        catch
        {
            tcp.Dispose();
            throw;
        }
    }

    /// <summary>True when an acknowledgement is here already.</summary>
    public bool HasReply => lines.HasLine;

    /// <summary>Adds a message to what the next Flush sends.</summary>
    public void Add(LineMessage message)
    {
        JsonSerializer.Serialize(new Utf8JsonWriter(unsent), new StreamedMessage(message), Json);
        unsent.Write("\n"u8);
    }

    public async Task Flush(CancellationToken cancellationToken = default)
    {
        if (unsent.WrittenCount == 0) return;
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{unsent.WrittenCount:x}\r\n"), cancellationToken);
        await stream.WriteAsync(unsent.WrittenMemory, cancellationToken);
        await stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken);
        unsent.ResetWrittenCount();
    }

    /// <summary>No more messages; what was sent is still acknowledged.</summary>
    public async Task End(CancellationToken cancellationToken = default)
    {
        await Flush(cancellationToken);
        await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), cancellationToken);
    }

    /// <summary>The next acknowledgement, or null when the node ended the stream.</summary>
    public async Task<StreamedReply?> Receive(CancellationToken cancellationToken = default) =>
        await lines.Next(cancellationToken) is { } line ? JsonSerializer.Deserialize<StreamedReply>(line.Span, Json) : null;

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        tcp.Dispose();
    }

    private async Task Begin(Uri node, string path, string deviceKey, CancellationToken cancellationToken)
    {
        var head = $"POST {path} HTTP/1.1\r\nHost: {node.Authority}\r\nContent-Type: application/x-ndjson\r\n"
            + $"Transfer-Encoding: chunked\r\n{CollectorClient.DeviceKeyHeader}: {deviceKey}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), cancellationToken);
        var status = await lines.Head(cancellationToken);
        if (status == 200) return;
        if (status is 429 or >= 500) throw new IOException($"The node answers {status}.");
        throw new CollectorException($"The node refuses the stream: {status}.");
    }

    private sealed record StreamedMessage(LineMessage Message)
    {
        public string Kind => Message.Resource switch { "scans" => "scan", "bales" => "bale", _ => "finish" };
        public long Sequence => Message.Sequence;
        public string? Card => Message.Card;
        public int? DelayBales => Message.DelayBales;
        public string? Barcode => Message.Barcode;
        public decimal? GrossKg => Message.GrossKg;
        public decimal? TareKg => Message.TareKg;
        public decimal? RegainPct => Message.RegainPct;
        public decimal? ImpurityPct => Message.ImpurityPct;
        public DateTimeOffset? PressedAt => Message.PressedAt;

        [JsonIgnore] public LineMessage Message { get; } = Message;
    }
}
