using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Suyuan.Common.Tests;

namespace Suyuan.GinLines.Tests;

/// <summary>A client that writes and never reads: what the node takes from it is what fits into buffers of known size (GL6).</summary>
[Collection(AppCollection.Name)]
public sealed class BackPressureTests(SuyuanApp app)
{
    private const int MiB = 1024 * 1024;
    private const int Turn = 256;
    private const int ShortestAcknowledgement = 200;
    private const int ClientBuffer = 64 * 1024;

    [Fact]
    public async Task A_client_that_never_reads_its_acknowledgements_is_soon_read_no_more_GL6()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = ClientBuffer, SendBufferSize = ClientBuffer };
        var node = app.NewClient().BaseAddress!;
        await socket.ConnectAsync(IPAddress.Loopback, node.Port);
        await Send(socket, $"POST {collector.Path}/stream HTTP/1.1\r\nHost: {node.Authority}\r\nContent-Type: application/x-ndjson\r\n"
            + $"Transfer-Encoding: chunked\r\nX-Device-Key: {collector.Key}\r\n\r\n");

        // Acknowledgements that nobody reads fill the two sockets and Kestrel's own buffer; one turn more is decided, and one read ahead.
        var mostTaken = (Largest("tcp_wmem") + 2 * ClientBuffer + 64 * 1024) / ShortestAcknowledgement + 3 * Turn;
        var longest = Message(10_000_000).Length;
        var mostSent = mostTaken * longest + Largest("tcp_rmem") + MiB + 2 * ClientBuffer;
        var sent = 0L;
        var sending = SendMessages(socket, mostSent * 2, total => Interlocked.Exchange(ref sent, total));
        var taken = await Standstill(async () => (await Taken(collector), Interlocked.Read(ref sent)), sending);

        Assert.False(sending.IsCompleted, $"All {sent} bytes were taken from a client that reads nothing.");
        Assert.InRange(taken.Messages, 1, mostTaken);
        Assert.InRange(taken.Bytes, 1, mostSent);

        // Its going away harms nobody.
        socket.Close(0);
        await Assert.ThrowsAnyAsync<Exception>(() => sending);
        await (await (await given.Line(2)).Press()).ShouldBe(HttpStatus.Ok);
    }

    private static async Task SendMessages(Socket socket, long bytes, Action<long> sent)
    {
        var total = 0L;
        for (var sequence = 1L; total < bytes;)
        {
            var lines = new StringBuilder();
            for (var n = 0; n < Turn; n++) lines.Append(Message(sequence++));
            await Send(socket, string.Create(CultureInfo.InvariantCulture, $"{lines.Length:x}\r\n{lines}\r\n"));
            sent(total += lines.Length);
        }
    }

    private static string Message(long sequence) => $$"""{"kind":"finish","sequence":{{sequence}}}""" + "\n";

    private static async Task Send(Socket socket, string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        for (var sent = 0; sent < bytes.Length;) sent += await socket.SendAsync(bytes.AsMemory(sent));
    }

    private static async Task<long> Taken(GivenCollector collector) => (await collector.View()).GetProperty("lastSequence").GetInt64();

    /// <summary>What was taken when nothing moves any more. Looking too early can only miss a fault, never see one that is not there.</summary>
    private static async Task<(long Messages, long Bytes)> Standstill(Func<Task<(long Messages, long Bytes)>> look, Task sending)
    {
        var last = await look();
        for (var still = 0; still < 20 && !sending.IsCompleted; still++)
        {
            await Task.Delay(100);
            var now = await look();
            if (now != last || now.Messages == 0) still = 0;
            last = now;
        }

        return last;
    }

    private static long Largest(string buffer) => long.Parse(
        File.ReadAllText($"/proc/sys/net/ipv4/{buffer}").Split('\t', StringSplitOptions.TrimEntries)[2], CultureInfo.InvariantCulture);
}
