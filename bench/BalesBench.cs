using System.Diagnostics;
using System.Globalization;
using Suyuan.Collector;

namespace Suyuan.Bench;

/// <summary>
/// PF3: 64 lines post single bales over HTTP, one message a request, each acknowledged when durable; the baseline before and after.
/// </summary>
internal static class BalesBench
{
    private const int Lines = 64;
    private const int CardsPerLine = 6;

    public static async Task<int> Run(bool quick, CancellationToken cancellationToken)
    {
        var (warmUp, measured, baseline) = quick ? (4, 20, 8) : (10, 60, 20);
        var folder = BenchNode.NewFolder();
        try
        {
            var pgbench = new PgBench(folder);
            await using (await BenchNode.Start(folder, cancellationToken)) await pgbench.Prepare(cancellationToken);
            await using var node = await BenchNode.Start(folder, cancellationToken);
            using var http = new HttpClient { BaseAddress = node.Address };
            var gin = await BenchGin.Make(http, Lines, CardsPerLine, cancellationToken);

            var before = await pgbench.Run(TimeSpan.FromSeconds(baseline), cancellationToken);
            await Press(http, gin, TimeSpan.FromSeconds(warmUp), cancellationToken);
            var since = Stopwatch.GetTimestamp();
            var latencies = await Press(http, gin, TimeSpan.FromSeconds(measured), cancellationToken);
            var rate = latencies.Count / Stopwatch.GetElapsedTime(since).TotalSeconds;
            var after = await pgbench.Run(TimeSpan.FromSeconds(baseline), cancellationToken);
            Tell(rate, (before + after) / 2, latencies.Percentiles(0.5, 0.99), node.MemoryBytes);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Latencies> Press(HttpClient http, BenchGin gin, TimeSpan time, CancellationToken cancellationToken)
    {
        var latencies = new Latencies();
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(gin.Lines.Select(line => Press(http, line, latencies.OfCaller(), until, cancellationToken)));
        return latencies;
    }

    private static async Task Press(HttpClient http, BenchLine line, List<double> took, long until, CancellationToken cancellationToken)
    {
        var client = new CollectorClient(http, BenchGin.Gin, line.Number, line.Key);
        var press = new BalePress(BenchGin.Gin, line.Number);
        var at = await client.GetLine(cancellationToken);
        var sequence = at.LastSequence;
        if (sequence == 0)
        {
            foreach (var card in line.Cards) await Accepted(client, LineMessage.Scan(++sequence, card, delayBales: 0), cancellationToken);
        }

        while (Stopwatch.GetTimestamp() < until)
        {
            var bale = press.Press(++sequence, TimeProvider.System.GetUtcNow());
            var sent = Stopwatch.GetTimestamp();
            await Accepted(client, bale, cancellationToken);
            took.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }
    }

    private static async Task Accepted(CollectorClient client, LineMessage message, CancellationToken cancellationToken)
    {
        var reply = await client.Send(message, cancellationToken);
        if (reply.Problem is { } problem) throw new BenchException($"Line {client.Line} refused message {message.Sequence}: {problem}");
    }

    private static void Tell(double rate, double baseline, double[] percentiles, long memory) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"bales: {rate:0}/s over HTTP, {Lines} lines · pgbench {baseline:0} commits/s · ratio {rate / baseline:0.00} (PF3: 0.25) · "
        + $"p50 {percentiles[0]:0.0} ms, p99 {percentiles[1]:0.0} ms (PF3: 50) · node {memory / 1024 / 1024} MiB"));
}
