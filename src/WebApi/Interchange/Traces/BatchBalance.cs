using System.Collections.Immutable;
using Suyuan.Batches;
using Suyuan.Forms;

namespace Suyuan.Interchange;

/// <summary>
/// Mass balance (物料平衡) of a batch: weights together, and what is counted by its own unit. Submitted records count, drafts do not.
/// </summary>
internal sealed record BatchBalance(BatchNumber Batch, ImmutableArray<BatchFigures> Figures)
{
    /// <summary>Somewhere more went out than there was.</summary>
    public bool Short => Figures.Any(figures => figures.Short);

    public static BatchBalance Of(BatchNumber batch, BatchFacts facts, FormCatalogue catalogue) => new(batch,
    [
        .. facts.Records.Where(record => record.Batch == batch && record.State is StageRecordState.Submitted)
            .SelectMany(record => Parts(record, catalogue))
            .GroupBy(part => part.Unit)
            .OrderBy(unit => unit.Key, StringComparer.Ordinal)
            .Select(unit => unit.Aggregate((sum, part) => sum.Plus(part))),
    ]);

    private static IEnumerable<BatchFigures> Parts(TracedRecord record, FormCatalogue catalogue)
    {
        var traits = catalogue.Find(record.Stage)?.Stage;
        if (record is { Input: { } taken, Output: { } given }) yield return new("kg") { ProcessedIn = taken, ProcessedOut = given };
        if (record.Quantity is not { } quantity) yield break;
        var weight = EpcisUnits.ToKilograms(quantity, record.Unit);
        var (unit, amount) = weight is { } kilograms ? ("kg", kilograms) : (record.Unit ?? "", quantity);
        if (traits?.Rule is StageRule.Harvest) yield return new(unit) { Harvested = amount };
        else if (traits?.Group is StageGroup.Packing) yield return new(unit) { Packed = amount };
        else if (traits?.Group is StageGroup.Storage) yield return new(unit) { Stored = amount };
        else if (traits?.Group is StageGroup.Sale) yield return new(unit) { Sold = amount };
    }
}
