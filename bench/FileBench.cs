using System.Diagnostics;
using System.Globalization;
using Suyuan.Collector;
using Suyuan.Samples;

namespace Suyuan.Bench;

/// <summary>
/// PF4: a collection file of 100,000 bales with the scans between them, from the upload's first byte to its report; the baseline before
/// and after. Then the file once more, every row of it a repeat.
/// </summary>
internal static class FileBench
{
    private const int BalesPerCard = 400;

    public static async Task<int> Run(bool quick, CancellationToken cancellationToken)
    {
        var (bales, baseline) = quick ? (10_000, 8) : (100_000, 20);
        var folder = BenchNode.NewFolder();
        try
        {
            var pgbench = new PgBench(folder);
            await using (await BenchNode.Start(folder, cancellationToken)) await pgbench.Prepare(cancellationToken);
            await using var node = await BenchNode.Start(folder, cancellationToken);
            using var http = new HttpClient { BaseAddress = node.Address, Timeout = TimeSpan.FromMinutes(10) };
            await BenchGin.Make(http, 1, bales / BalesPerCard + 1, cancellationToken);
            var ginner = await new GinClient(http).SignIn("qts" + BenchGin.Gin, BenchGin.Password, cancellationToken);
            var file = await Collected(http, ginner, folder, bales, cancellationToken);

            var before = await pgbench.Run(TimeSpan.FromSeconds(baseline), cancellationToken);
            var first = await Upload(ginner, file, cancellationToken);
            var after = await pgbench.Run(TimeSpan.FromSeconds(baseline), cancellationToken);
            var again = await Upload(ginner, file, cancellationToken);
            Tell(first, again, (before + after) / 2, node.MemoryBytes);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What an off-line collector of the line writes after so many bales.</summary>
    private static async Task<string> Collected(
        HttpClient http, GinClient ginner, string folder, int bales, CancellationToken cancellationToken)
    {
        var api = await new Api(http).SignIn("qts" + BenchGin.Gin, BenchGin.Password, cancellationToken);
        var issued = await api.Post($"gins/{BenchGin.Gin}/lines/1/file-keys", new { }, cancellationToken);
        var key = FileKey.Parse(issued.Text("key"));
        var cards = await ginner.ExportCards(BenchGin.Gin, 1, folder, cancellationToken);
        var line = new OfflineLine();
        line.Import(SealedFile.Read(await File.ReadAllBytesAsync(cards, cancellationToken), "suyuan-card-file", key));

        var (press, waiting) = (new BalePress(BenchGin.Gin, 1), new Queue<string>(line.Cards.Keys));
        var (rows, at) = (new List<OfflineMessage>(), TimeProvider.System.GetUtcNow().ToOffset(SampleTimes.China));
        while (line.Bales < bales)
        {
            var next = line.Queue.Count < 3 && waiting.TryDequeue(out var card)
                ? new OfflineMessage(line.LastSequence + 1, "scan") { Card = card, DelayBales = line.NeedsDelay ? 0 : null }
                : OfflineMessage.Bale(press.Press(line.LastSequence + 1, at));
            line.Take(next);
            rows.Add(next);
        }

        var path = Path.Combine(folder, "collected.csv");
        await File.WriteAllBytesAsync(path, CollectionFileWriter.Write(key, 1, at, rows), cancellationToken);
        return path;
    }

    private static async Task<Uploaded> Upload(GinClient ginner, string file, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        var report = await ginner.Upload(
            BenchGin.Gin, 1, file, job => Console.WriteLine($"{job.State} {job.Done}/{job.Total}"), cancellationToken);
        if (report.Refused > 0) throw new BenchException($"{report.Refused} of {report.Rows} rows were refused.");
        return new(report.Rows, Stopwatch.GetElapsedTime(since).TotalSeconds);
    }

    private static void Tell(Uploaded first, Uploaded again, double baseline, long memory) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"file: {first.Rows} rows in {first.Seconds:0.0} s, {first.Rate:0}/s · pgbench {baseline:0} commits/s · "
        + $"ratio {first.Rate / baseline:0.00} (PF4: 1.0) · again {again.Rate:0}/s · node {memory / 1024 / 1024} MiB"));

    private sealed record Uploaded(int Rows, double Seconds)
    {
        public double Rate => Rows / Seconds;
    }
}
