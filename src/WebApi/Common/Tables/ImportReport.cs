using Microsoft.AspNetCore.Http.HttpResults;

namespace Suyuan.Common;

/// <summary>What an import did, or with a dry run would do: records by what became of them, and every bad row.</summary>
internal sealed record ImportReport
{
    public bool DryRun { get; init; }
    public int Created { get; init; }
    public int Changed { get; init; }
    public int Unchanged { get; init; }

    /// <summary>How many errors there are; the list below stops at a thousand.</summary>
    public int Refused { get; init; }
    public IReadOnlyList<RowError> Errors { get; init; } = [];

    public static ImportReport Of(IEnumerable<RecordChange> changes, RowErrors errors, bool dryRun)
    {
        var counts = changes.CountBy(change => change).ToDictionary();
        return new()
        {
            DryRun = dryRun,
            Created = counts.GetValueOrDefault(RecordChange.Created),
            Changed = counts.GetValueOrDefault(RecordChange.Changed),
            Unchanged = counts.GetValueOrDefault(RecordChange.Unchanged),
            Refused = errors.Count,
            Errors = errors.Listed,
        };
    }

    /// <summary>The answer when one bad row keeps all the others out: nothing was stored.</summary>
    public static ProblemHttpResult RowsRefused(RowErrors errors)
    {
        var problem = TableRefusals.RowsRefused(errors.Count).ToDetails();
        problem.Extensions["rows"] = errors.Listed;
        return TypedResults.Problem(problem);
    }
}
