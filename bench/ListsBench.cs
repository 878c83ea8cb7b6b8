using System.Globalization;

namespace Suyuan.Bench;

/// <summary>
/// PF7: every list, report and trace over HTTP on a whole season; the baseline is the same question to an almost empty season, asked
/// in turn with it, so that whatever else the machine does slows both.
/// </summary>
internal static class ListsBench
{
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
            Question.PrintHead();
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

    public static Task<bool> Measure(
        SeasonQuestion question, SeasonNode full, SeasonNode empty, int times, CancellationToken cancellationToken) =>
        new Question(question.What, question.Caller, question.TargetMs, question.DeepPages).Measure(
            new(full.Callers, n => question.Path(full.Facts, n)), new(empty.Callers, n => question.Path(empty.Facts, n)),
            full.Database, times, cancellationToken);
}
