using System.Collections.Immutable;
using Suyuan.Batches;
using Suyuan.Forms;

namespace Suyuan.Interchange;

/// <summary>Mass balance (物料平衡) of a batch: weights together, and what is counted by its own unit.</summary>
internal sealed record BatchBalance(BatchNumber Batch, ImmutableArray<BatchFigures> Figures)
{
    public static BatchBalance Of(BatchNumber batch, BatchFacts facts, FormCatalogue catalogue) => new(batch,
    [
        .. facts.Records.Where(record => record.Batch == batch)
            .SelectMany(record => Parts(record, catalogue))
            .GroupBy(part => part.Unit)
            .OrderBy(unit => unit.Key, StringComparer.Ordinal)
            .Select(unit => new BatchFigures(
                unit.Key, unit.Sum(part => part.Harvested), unit.Sum(part => part.ProcessedIn), unit.Sum(part => part.ProcessedOut),
                unit.Sum(part => part.Packed), unit.Sum(part => part.Sold))),
    ]);

    private static IEnumerable<BatchFigures> Parts(TracedRecord record, FormCatalogue catalogue)
    {
        var traits = catalogue.Find(record.Stage)?.Stage;
        if (record is { Input: { } taken, Output: { } given }) yield return new("kg", 0, taken, given, 0, 0);
        if (record.Quantity is not { } quantity) yield break;
        var weight = EpcisUnits.ToKilograms(quantity, record.Unit);
        var (unit, amount) = weight is { } kilograms ? ("kg", kilograms) : (record.Unit ?? "", quantity);
        if (traits?.Rule is StageRule.Harvest) yield return new(unit, amount, 0, 0, 0, 0);
        else if (traits?.Group is StageGroup.Packing) yield return new(unit, 0, 0, 0, amount, 0);
        else if (traits?.Group is StageGroup.Sale) yield return new(unit, 0, 0, 0, 0, amount);
    }
}

/// <summary>A balance in one unit.</summary>
internal sealed record BatchFigures(
    string Unit, decimal Harvested, decimal ProcessedIn, decimal ProcessedOut, decimal Packed, decimal Sold)
{
    /// <summary>What processing took off.</summary>
    public decimal Loss => ProcessedIn - ProcessedOut;

    /// <summary>
    /// Harvested, less what processing took off, less what was packed, or sold where nothing or less was packed. It is in stock or
    /// unexplained; below zero there is more than was harvested.
    /// </summary>
    public decimal Unexplained => Harvested - Loss - Math.Max(Packed, Sold);
}
