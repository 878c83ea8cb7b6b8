using System.Collections.Immutable;
using Suyuan.Batches;

namespace Suyuan.Interchange;

/// <summary>Recall drill (召回演练): what an input lot touched.</summary>
/// <param name="Codes">How many identity codes are bound to the batches.</param>
internal sealed record RecallDrill(
    string Lot, ImmutableArray<RecalledBatch> Batches, ImmutableArray<RecalledCodes> Ranges, ImmutableArray<RecalledSale> Sales,
    long Codes);

/// <summary>A batch that the lot went into.</summary>
internal sealed record RecalledBatch(BatchNumber Number, string Product, BatchState State);

/// <summary>Codes of it, by range, of which some may be frozen already.</summary>
internal sealed record RecalledCodes(BatchNumber Batch, string Range, string Start, string End, long Codes, long FrozenCodes);

/// <summary>To whom it went.</summary>
internal sealed record RecalledSale(BatchNumber Batch, DateOnly SoldOn, string Buyer, decimal? Quantity, string? Unit);
