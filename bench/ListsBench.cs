using System.Globalization;

namespace Suyuan.Bench;

/// <summary>
/// PF7: every list, report and trace over HTTP on a whole season; the baseline is the same question to an almost empty season, asked
/// in turn with it, so that whatever else the machine does slows both.
/// </summary>
internal static class ListsBench
{
    private const int WarmUp = 3;
    private const double AlmostEmpty = 0.0005;

    public static async Task<int> Run(string? data, bool quick, CancellationToken cancellationToken)
    {
        if (data is null) throw new BenchException("lists needs the data folder of a season: --data FOLDER.");
        var small = BenchNode.NewFolder();
        try
        {
            await SeasonBench.Make(small, AlmostEmpty, quiet: true, cancellationToken);
            await using var full = await SeasonNode.Start(Path.GetFullPath(data), cancellationToken);
            await using var empty = await SeasonNode.Start(small, cancellationToken);
            Console.WriteLine("| question | caller | p50 ms | p95 ms | must | almost empty p50 | ratio | pages |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|");
            var missed = 0;
            foreach (var question in SeasonQuestion.All)
                missed += await Measure(question, full, empty, quick ? 15 : 60, cancellationToken) ? 0 : 1;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"lists: {SeasonQuestion.All.Count - missed} of {SeasonQuestion.All.Count} within PF7 · "
                + $"node {full.MemoryBytes / 1024 / 1024} MiB"));
            return 0;
        }
        finally
        {
            Directory.Delete(small, recursive: true);
        }
    }

    private static async Task<bool> Measure(
        SeasonQuestion question, SeasonNode full, SeasonNode empty, int times, CancellationToken cancellationToken)
    {
        var nodes = new[] { full, empty };
        var took = new[] { new Latencies(), new Latencies() };
        var lists = took.Select(latencies => latencies.OfCaller()).ToArray();
        var cursors = new string[nodes.Length];
        for (var at = 0; at < nodes.Length; at++)
            cursors[at] = await nodes[at].Deep(question.Caller, question.Path(nodes[at].Facts, 0), question.DeepPages, cancellationToken);

        var pages = 0L;
        for (var n = 0; n < WarmUp + times; n++)
        {
            if (n == WarmUp) pages = await full.PagesRead(cancellationToken);
            for (var at = 0; at < nodes.Length; at++)
            {
                var path = question.Path(nodes[at].Facts, n) + cursors[at];
                var milliseconds = await nodes[at].Ask(question.Caller, path, cancellationToken);
                if (n >= WarmUp) lists[at].Add(milliseconds);
            }
        }

        pages = (await full.PagesRead(cancellationToken) - pages) / times;
        var (whole, baseline) = (took[0].Percentiles(0.5, 0.95), took[1].Percentiles(0.5));
        var reached = whole[1] <= question.TargetMs;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {question.What} | {question.Caller} | {whole[0]:0.0} | {whole[1]:0.0} | {question.TargetMs}"
            + $"{(reached ? "" : " **missed**")} | {baseline[0]:0.0} | {whole[0] / baseline[0]:0.0} | {pages} |"));
        return reached;
    }
}
