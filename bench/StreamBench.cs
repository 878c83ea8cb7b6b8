using System.Diagnostics;
using System.Globalization;
using Suyuan.Collector;

namespace Suyuan.Bench;

/// <summary>
/// PF2: 64 lines stream bales, many messages in flight on each, acknowledged when durable; the baseline before and after.
/// </summary>
internal static class StreamBench
{
    private const int Lines = 64;
    private const int CardsPerLine = 6;
    private const int InFlight = 128;

    public static async Task<int> Run(bool quick, CancellationToken cancellationToken)
    {
        var (warmUp, measured, baseline) = quick ? (4, 15, 6) : (10, 60, 20);
        var folder = BenchNode.NewFolder();
        try
        {
            var pgbench = new PgBench(folder);
            await using (await BenchNode.Start(folder, cancellationToken)) await pgbench.Prepare(cancellationToken);
            await using var node = await BenchNode.Start(folder, cancellationToken);
            using var http = new HttpClient { BaseAddress = node.Address };
            var gin = await BenchGin.Make(http, Lines, CardsPerLine, cancellationToken);

            var before = await pgbench.Run(TimeSpan.FromSeconds(baseline), cancellationToken);
            var counted = new long[Lines];
            var until = Stopwatch.GetTimestamp() + (warmUp + measured) * Stopwatch.Frequency;
            var streams = Task.WhenAll(gin.Lines.Select(line => Stream(node.Address, http, line, counted, until, cancellationToken)));
            await Task.Delay(TimeSpan.FromSeconds(warmUp), cancellationToken);
            var (since, first) = (Stopwatch.GetTimestamp(), counted.Sum());
            await Task.Delay(TimeSpan.FromSeconds(measured), cancellationToken);
            var rate = (counted.Sum() - first) / Stopwatch.GetElapsedTime(since).TotalSeconds;
            await streams;
            var after = await pgbench.Run(TimeSpan.FromSeconds(baseline), cancellationToken);
            Tell(rate, (before + after) / 2, node.MemoryBytes);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Stream(
        Uri node, HttpClient http, BenchLine line, long[] counted, long until, CancellationToken cancellationToken)
    {
        var client = new CollectorClient(http, BenchGin.Gin, line.Number, line.Key);
        var press = new BalePress(BenchGin.Gin, line.Number);
        var sequence = (await client.GetLine(cancellationToken)).LastSequence;
        var scanned = 0;
        var streamer = new LineStreamer(node, BenchGin.Gin, line.Number, line.Key, new() { InFlight = InFlight });
        await streamer.Run(
            () => ValueTask.FromResult<LineMessage?>(
                scanned < line.Cards.Count ? LineMessage.Scan(++sequence, line.Cards[scanned++], delayBales: 0)
                : Stopwatch.GetTimestamp() < until ? press.Press(++sequence, TimeProvider.System.GetUtcNow())
                : null),
            (message, reply) =>
            {
                if (reply.Problem is { } problem) throw new BenchException($"Line {line.Number} refused {message.Sequence}: {problem}");
                counted[line.Number - 1]++;
            },
            cancellationToken);
    }

    private static void Tell(double rate, double baseline, long memory) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"stream: {rate:0} messages/s, {Lines} lines · pgbench {baseline:0} commits/s · ratio {rate / baseline:0.00} (PF2: 0.5) · "
        + $"node {memory / 1024 / 1024} MiB"));
}
