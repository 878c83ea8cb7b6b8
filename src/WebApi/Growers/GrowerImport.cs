using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Common;

namespace Suyuan.Growers;

/// <summary>
/// Imports a roster (RG2): rows are gathered per grower, every grower is asked what would become of it, and only then the first
/// is stored. A plot that somebody else takes in between is told in the report.
/// </summary>
internal sealed class GrowerImport(IGrainFactory grains, IPersonalData personal, ProblemCatalogue catalogue)
{
    public static readonly IReadOnlyList<string> Codes =
    [
        "grower/number-invalid", "grower/mobile-invalid", "grower/region-invalid", "grower/season-invalid", "grower/plot-code-invalid",
        "grower/area-unreadable", "grower/land-kind-invalid", "grower/rows-disagree", "grower/plot-of-another", "grower/plot-twice",
        "grower/name-invalid", "grower/area-invalid", "grower/plot-text-invalid", "grower/region-not-yours", "grower/unknown-company",
        "grower/of-another-regiment", "grower/unknown", "grower/number-of-another", "season/closed", "table/rows-refused",
        "table/unknown-format", "table/unreadable", "table/empty", "table/missing-column", "table/too-large",
    ];

    private static readonly ParallelOptions Bounded = new() { MaxDegreeOfParallelism = ImportOptions.Parallelism };

    public async Task<Results<Ok<ImportReport>, ProblemHttpResult>> Run(IFormFile file, ImportOptions options)
    {
        var table = TableRows.Read(file, GrowerColumns.All);
        if (table.Refused) return table.Refusal.ToProblem();

        var errors = new RowErrors(catalogue, options.Language);
        var roster = GrowerRoster.Gather(table.Value, personal, errors);
        var previewed = await Preview(roster, options, errors);
        if (options.Stops(errors)) return ImportReport.RowsRefused(errors);
        var changes = options.DryRun ? previewed.Select(one => one.Change) : await Store(previewed, options, errors);
        return TypedResults.Ok(ImportReport.Of(changes, errors, options.DryRun));
    }

    private async Task<IReadOnlyCollection<Previewed>> Preview(IEnumerable<GrowerRows> roster, ImportOptions options, RowErrors errors)
    {
        var previewed = new ConcurrentBag<Previewed>();
        await Parallel.ForEachAsync(roster, Bounded, async (rows, _) =>
        {
            var grain = grains.Grower(rows.Grower);
            for (var left = rows; left is not null;)
            {
                var answer = await grain.Preview(left.ToCommand(options.By));
                if (!answer.Refused)
                {
                    previewed.Add(new(left, grain, answer.Value.Change));
                    return;
                }

                left = Drop(left, answer.Refusal, errors);
            }
        });
        return previewed;
    }

    private static async Task<IReadOnlyCollection<RecordChange>> Store(
        IReadOnlyCollection<Previewed> previewed, ImportOptions options, RowErrors errors)
    {
        var changes = new ConcurrentBag<RecordChange>();
        await Parallel.ForEachAsync(previewed, Bounded, async (one, _) =>
        {
            if (one.Change is RecordChange.Unchanged)
            {
                changes.Add(one.Change);
                return;
            }

            var put = await one.Grain.Put(one.Rows.ToCommand(options.By));
            if (put.Refused) Drop(one.Rows, put.Refusal, errors);
            else changes.Add(put.Value.Change);
        });
        return changes;
    }

    /// <summary>Tells the row that a refusal speaks of, and goes on with the others when it speaks of one plot only.</summary>
    private static GrowerRows? Drop(GrowerRows rows, Refusal refusal, RowErrors errors)
    {
        var (bad, left) = rows.Without(refusal);
        lock (errors) errors.Add(bad.Row, GrowerColumns.Of(refusal).Headings[0], refusal);
        return left;
    }

    private sealed record Previewed(GrowerRows Rows, IGrowerGrain Grain, RecordChange Change);
}
