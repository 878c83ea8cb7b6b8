using System.Diagnostics;
using System.Globalization;

namespace Suyuan.Bench;

/// <summary>PF7 for chains: traces both ways, exports and recall drills among a season's worth of batches, over HTTP.</summary>
internal static class TracesBench
{
    private const int Target = 100;
    private const int SeasonOfBatches = 2_000;
    private const int AlmostEmpty = 20;
    private const double AlmostEmptySeason = 0.0005;
    private const string Own = $"traces/{TracesNode.Enterprise}-";

    private static readonly (Question Question, Func<TracesFacts, int, string> Path)[] OfBatches =
    [
        (new("code backward", "recorder", Target), (f, n) => $"traces/{f.Code(n)}?direction=backward"),
        (new("  forward", "recorder", Target), (f, n) => $"traces/{f.Code(n)}?direction=forward"),
        (new("  both, as the regulator", "county", Target), (f, n) => $"traces/{f.Code(n)}"),
        (new("batch backward", "recorder", Target), (f, n) => $"{Own}{f.Batch(n)}?direction=backward"),
        (new("  forward", "recorder", Target), (f, n) => $"{Own}{f.Batch(n)}?direction=forward"),
        (new("  both", "recorder", Target), (f, n) => $"{Own}{f.Batch(n)}"),
        (new("lot of a few batches backward", "recorder", Target), (f, n) => $"{Own}{f.Lot(n)}?direction=backward"),
        (new("  forward", "recorder", Target), (f, n) => $"{Own}{f.Lot(n)}?direction=forward"),
        (new("lot of every second batch backward", "recorder", Target), (_, _) => $"{Own}{TracesFacts.CommonLot}?direction=backward"),
        (new("  forward", "recorder", Target), (_, _) => $"{Own}{TracesFacts.CommonLot}?direction=forward"),
        (new("  both, as the regulator", "county", Target), (_, _) => $"{Own}{TracesFacts.CommonLot}"),
        (new("  recall drill", "recorder", Target), (_, _) => $"{Drill}"),
        (new("  its codes, a page", "recorder", Target), (_, _) => $"{Drill}/code-ranges?limit=200"),
        (new("  its codes, a deep page", "recorder", Target, 50), (_, _) => $"{Drill}/code-ranges?"),
        (new("plot forward", "recorder", Target), (_, n) => $"{Own}{TracesFacts.Plot(n)}?direction=forward"),
        (new("zone forward", "recorder", Target), (_, n) => $"{Own}{TracesFacts.Zone(n)}?direction=forward"),
        (new("product filing forward", "recorder", Target), (_, n) => $"{Own}{TracesFacts.Product(n)}?direction=forward"),
        (new("supply capacity forward", "recorder", Target), (_, _) => $"{Own}{TracesFacts.Capacity}?direction=forward"),
        (new("enterprise filing forward", "recorder", Target), (_, _) => $"{Own}{TracesFacts.EnterpriseFiling}?direction=forward"),
        (new("EPCIS of a batch", "recorder", Target), (f, n) => $"epcis/events?enterprise={TracesNode.Enterprise}&batch={f.Batch(n)}"),
    ];

    private static readonly SeasonQuestion[] OfSeason =
    [
        new("card backward", "ginner", Target, (s, n) => $"traces/{Of(s.Cards, n)}?direction=backward"),
        new("  forward", "ginner", Target, (s, n) => $"traces/{Of(s.Cards, n)}?direction=forward"),
        new("  both", "ginner", Target, (s, n) => $"traces/{Of(s.Cards, n)}"),
        new("bale backward", "ginner", Target, (s, n) => $"traces/{Of(s.Barcodes, n)}?direction=backward"),
        new("  forward", "ginner", Target, (s, n) => $"traces/{Of(s.Barcodes, n)}?direction=forward"),
        new("EPCIS of a card", "ginner", Target, (s, n) => $"epcis/events?card={Of(s.Cards, n)}"),
        new("  of a bale", "ginner", Target, (s, n) => $"epcis/events?bale={Of(s.Barcodes, n)}"),
    ];

    private static string Drill => $"enterprises/{TracesNode.Enterprise}/input-lots/{TracesFacts.CommonLot}/recall-drill";

    /// <summary>With the data folder of a season, its cards and bales are asked for as well.</summary>
    public static async Task<int> Run(string? season, bool quick, CancellationToken cancellationToken)
    {
        var (whole, small) = (BenchNode.NewFolder(), BenchNode.NewFolder());
        try
        {
            var times = quick ? 15 : 60;
            var reached = await AskBatches(whole, small, times, cancellationToken);
            if (season is not null) reached += await AskSeason(Path.GetFullPath(season), small + "-season", times, cancellationToken);
            Console.WriteLine($"traces: {reached} of {OfBatches.Length + (season is null ? 0 : OfSeason.Length)} within PF7");
            return 0;
        }
        finally
        {
            foreach (var folder in new[] { whole, small, small + "-season" }.Where(Directory.Exists))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> AskBatches(string whole, string small, int times, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        await using var full = await TracesNode.Start(whole, SeasonOfBatches, cancellationToken);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"traces: {SeasonOfBatches:#,0} batches there after {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s"));
        await using var empty = await TracesNode.Start(small, AlmostEmpty, cancellationToken);
        Question.PrintHead();
        var reached = 0;
        foreach (var (question, path) in OfBatches)
        {
            reached += await question.Measure(
                new(full.Callers, n => path(full.Facts, n)), new(empty.Callers, n => path(empty.Facts, n)), full.Database, times,
                cancellationToken) ? 1 : 0;
        }

        return reached;
    }

    private static async Task<int> AskSeason(string whole, string small, int times, CancellationToken cancellationToken)
    {
        await SeasonBench.Make(small, AlmostEmptySeason, quiet: true, cancellationToken);
        await using var full = await SeasonNode.Start(whole, cancellationToken);
        await using var empty = await SeasonNode.Start(small, cancellationToken);
        var reached = 0;
        foreach (var question in OfSeason)
            reached += await ListsBench.Measure(question, full, empty, times, cancellationToken) ? 1 : 0;
        return reached;
    }

    private static string Of(string[] all, int n) => all[n % all.Length];
}
