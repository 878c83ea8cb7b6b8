using System.Diagnostics;
using System.Globalization;

namespace Suyuan.Bench;

/// <summary>PF7 for filings: what regulators and enterprises ask of 100,000 of them, over HTTP.</summary>
internal static class FilingsBench
{
    private const int Target = 50;
    private const int AlmostEmpty = 300;

    private static readonly (Question Question, Func<FilingsFacts, int, string> Path)[] Questions =
    [
        (new("work list of a county", "county", Target), (_, _) => "filings/work-list?"),
        (new("  of a province", "province", Target), (_, _) => "filings/work-list?"),
        (new("  of everything", "ministry", Target), (_, _) => "filings/work-list?"),
        (new("  deep page", "ministry", Target, 20), (_, _) => "filings/work-list?"),
        (new("filings of a county", "county", Target), (_, _) => "filings?"),
        (new("  of a province", "province", Target), (_, _) => "filings?"),
        (new("  deep page", "province", Target, 50), (_, _) => "filings?"),
        (new("  returned", "province", Target), (_, _) => "filings?state=returned"),
        (new("  expired", "province", Target), (_, _) => "filings?state=expired"),
        (new("  revoked", "county", Target), (_, _) => "filings?state=revoked"),
        (new("  overdue", "province", Target), (_, _) => "filings?overdue=true"),
        (new("  enterprises alone", "province", Target), (_, _) => "filings?kind=enterprise"),
        (new("  of a week", "province", Target), (_, _) => $"filings?submittedFrom={Day(-12)}&submittedTo={Day(-6)}"),
        (new("search by a whole name", "province", Target), (f, n) => $"filings?q={Uri.EscapeDataString(Of(f.Names, n))}"),
        (new("  by two characters of many", "province", Target), (_, _) => $"filings?q={Uri.EscapeDataString("茶业")}"),
        (new("  by four of some", "county", Target), (_, _) => $"filings?q={Uri.EscapeDataString("云雾99")}"),
        (new("  by one character", "county", Target), (_, _) => $"filings?q={Uri.EscapeDataString("蜂")}"),
        (new("  by nothing that is there", "ministry", Target), (_, _) => $"filings?q={Uri.EscapeDataString("茶司")}"),
        (new("  by a credit code", "ministry", Target), (f, n) => $"filings?q={Of(f.Codes, n)}"),
        (new("  by its beginning", "province", Target), (f, n) => $"filings?q={Of(f.Codes, n)[..11]}"),
        (new("  by a certificate", "ministry", Target), (f, n) => $"filings?q={Of(f.Certificates, n)}"),
        (new("an enterprise's filings", "enterprise", Target), (_, _) => "filings?"),
        (new("its standing", "enterprise", Target), (f, _) => $"enterprises/{f.Enterprise}/standing"),
        (new("a filing", "county", Target), (f, n) => $"filings/{Of(f.Ids, n)}"),
    ];

    /// <summary>With a data folder the filings stay there, and the next run finds them.</summary>
    public static async Task<int> Run(int filings, string? data, bool quick, CancellationToken cancellationToken)
    {
        var (whole, small) = (data is null ? BenchNode.NewFolder() : Path.GetFullPath(data), BenchNode.NewFolder());
        try
        {
            var since = Stopwatch.GetTimestamp();
            await using var full = await FilingsNode.Start(whole, filings, cancellationToken);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"filings: {filings:#,0} there, through their triggers, after {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s"));
            await using var empty = await FilingsNode.Start(small, AlmostEmpty, cancellationToken);
            Question.PrintHead();
            var reached = 0;
            foreach (var (question, path) in Questions)
            {
                reached += await question.Measure(
                    new(full.Callers, n => path(full.Facts, n)), new(empty.Callers, n => path(empty.Facts, n)), full.Database,
                    quick ? 15 : 60, cancellationToken) ? 1 : 0;
            }

            Console.WriteLine($"filings: {reached} of {Questions.Length} within PF7");
            return 0;
        }
        finally
        {
            if (data is null) Directory.Delete(whole, recursive: true);
            Directory.Delete(small, recursive: true);
        }
    }

    private static string Of(string[] all, int n) => all[n % all.Length];

    private static string Day(int days) =>
        TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
