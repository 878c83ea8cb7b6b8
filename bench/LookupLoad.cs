using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Suyuan.Bench;

/// <summary>
/// Many connections that each ask and wait, written so lean that the client, which shares the machine with the node, hides as little of the
/// node's work as it can.
/// </summary>
internal sealed class LookupLoad(Uri address, string prefix, Func<Random, string> code)
{
    private const int Connections = 64;
    private const string Agent = "Mozilla/5.0 (Linux; Android 14) phone";

    /// <summary>Answers a second, at full speed where no rate is asked for; and how long each took.</summary>
    public async Task<(double Rate, Latencies Latencies)> Run(TimeSpan time, double? rate, CancellationToken cancellationToken)
    {
        var latencies = new Latencies();
        var since = Stopwatch.GetTimestamp();
        var until = since + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var each = rate / Connections;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(number =>
            Task.Run(() => Ask(new(number), latencies.OfCaller(), new(since, until), each, cancellationToken), cancellationToken)));
        return (latencies.Count / Stopwatch.GetElapsedTime(since).TotalSeconds, latencies);
    }

    private async Task Ask(Random random, List<double> took, Span span, double? rate, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port), cancellationToken);
        var (request, answer) = (new byte[512], new byte[128 * 1024]);
        // Not all at once: each connection begins at its own moment.
        var due = span.Begin + (rate is { } share ? (long)(random.NextDouble() / share * Stopwatch.Frequency) : 0);
        while (Stopwatch.GetTimestamp() < span.End)
        {
            if (rate is { } paced) due = await Pace(due, paced, cancellationToken);
            var begun = rate is null ? Stopwatch.GetTimestamp() : due;
            var length = Encoding.ASCII.GetBytes(
                $"GET {prefix}{code(random)} HTTP/1.1\r\nHost: {address.Authority}\r\nUser-Agent: {Agent}\r\n\r\n", request);
            await socket.SendAsync(request.AsMemory(0, length), cancellationToken);
            await Receive(socket, answer, cancellationToken);
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
    }

    /// <summary>
    /// Waits for the next moment. One that is past is kept, so that a slow answer counts for those behind it; a late timer does not.
    /// </summary>
    private static async Task<long> Pace(long due, double rate, CancellationToken cancellationToken)
    {
        var next = due + (long)(Stopwatch.Frequency / rate);
        var wait = TimeSpan.FromSeconds((double)(next - Stopwatch.GetTimestamp()) / Stopwatch.Frequency);
        if (wait <= TimeSpan.Zero) return next;
        await Task.Delay(wait, cancellationToken);
        return Math.Max(next, Stopwatch.GetTimestamp());
    }

    private static async Task Receive(Socket socket, byte[] answer, CancellationToken cancellationToken)
    {
        var (read, whole) = (0, int.MaxValue);
        while (read < whole)
        {
            var more = await socket.ReceiveAsync(answer.AsMemory(read), cancellationToken);
            if (more == 0) throw new BenchException("The node hung up.");
            read += more;
            if (whole == int.MaxValue) whole = Whole(answer.AsSpan(0, read));
        }
    }

    private static int Whole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return int.MaxValue;
        if (!answer.StartsWith("HTTP/1.1 200"u8)) throw new BenchException(Encoding.UTF8.GetString(answer[..Math.Min(answer.Length, 400)]));
        var at = answer.IndexOf("Content-Length: "u8) + "Content-Length: ".Length;
        return Utf8Parser.TryParse(answer[at..], out int length, out _)
            ? end + 4 + length
            : throw new BenchException("No length was told.");
    }

    /// <summary>Since when and until when, in ticks of the stopwatch.</summary>
    private readonly record struct Span(long Begin, long End);
}
