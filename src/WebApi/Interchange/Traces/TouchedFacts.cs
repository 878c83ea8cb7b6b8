using System.Collections.Immutable;
using Suyuan.Batches;

namespace Suyuan.Interchange;

/// <summary>What came of the batches that a thing touched, where they are too many to be told record by record.</summary>
internal sealed record TouchedFacts
{
    public ImmutableArray<TouchedBatch> Batches { get; init; } = [];
    public ImmutableArray<RecalledSale> Sales { get; init; } = [];
}

/// <summary>A batch summed up; its own chain tells the rest.</summary>
/// <param name="Ranges">Of codes, and how many these are; absent where a filing stands behind so many batches.</param>
/// <param name="Used">What it took of the lot, in the unit of the input.</param>
internal sealed record TouchedBatch(
    BatchNumber Number, string Product, BatchState State, decimal? Used, int Records, long? Ranges, long? Codes, long? FrozenCodes);

/// <summary>To whom some of a batch went.</summary>
internal sealed record RecalledSale(BatchNumber Batch, DateOnly SoldOn, string Buyer, decimal? Quantity, string? Unit);

/// <summary>A thing of an enterprise that a chain may begin at.</summary>
internal sealed record TracedThing(TraceNodeKind Kind, string Id, string Label)
{
    public TraceKey Key => new(Kind, Id);
}
