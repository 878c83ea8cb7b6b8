using System.Collections.Immutable;
using Suyuan.Batches;

namespace Suyuan.Interchange;

/// <summary>Batches of one enterprise with what stands behind them and what came of them, as traces read them.</summary>
internal sealed record BatchFacts
{
    public ImmutableArray<TracedBatch> Batches { get; init; } = [];

    /// <summary>The filings that stand behind them: of the enterprise, of the batches' products, and of capacities for these.</summary>
    public ImmutableArray<TracedFiling> Filings { get; init; } = [];

    public ImmutableArray<TracedLot> Lots { get; init; } = [];
    public ImmutableArray<TracedUse> Uses { get; init; } = [];
    public ImmutableArray<TracedRecord> Records { get; init; } = [];
    public ImmutableArray<TracedCodes> Codes { get; init; } = [];
}

/// <summary>A batch with the ground it grew on, and which of the filings stand behind it.</summary>
internal sealed record TracedBatch(
    BatchNumber Number, string Product, BatchState State, ImmutableArray<string> Filings, string Zone, string ZoneName,
    ImmutableArray<PlotFacts> Plots);

/// <summary>A filing; the certificate is there when it is issued.</summary>
internal sealed record TracedFiling(string Id, string Kind, string Title, string State, string? Certificate);

/// <summary>A purchase of an input: who made it and who sold it.</summary>
internal sealed record TracedLot(
    string Id, string? LotNumber, string Item, string ItemName, string Unit, decimal Quantity, string? Supplier, string? Maker);

/// <summary>A record took so much of a lot for a batch: one of the batch itself, or an issue (领用) that names it.</summary>
internal sealed record TracedUse(BatchNumber Batch, string Record, string Lot, decimal Quantity);

/// <summary>A stage record by the figures that a balance needs; any may be missing in a draft.</summary>
internal sealed record TracedRecord
{
    public BatchNumber Batch { get; init; }
    public string Id { get; init; } = "";
    public string Stage { get; init; } = "";
    public StageRecordState State { get; init; }
    public DateOnly OccurredOn { get; init; }
    public decimal? Quantity { get; init; }
    public string? Unit { get; init; }

    /// <summary>In kilograms, as the forms of processing ask them.</summary>
    public decimal? Input { get; init; }

    public decimal? Output { get; init; }
    public string? Buyer { get; init; }
}

/// <summary>A range of identity codes that is bound to a batch.</summary>
internal sealed record TracedCodes
{
    public BatchNumber Batch { get; init; }
    public string Id { get; init; } = "";
    public string Start { get; init; } = "";
    public string End { get; init; } = "";
    public long Codes { get; init; }

    /// <summary>How many of them are under recall.</summary>
    public long FrozenCodes { get; init; }

    public bool Checked { get; init; }
    public DateTimeOffset BoundAt { get; init; }

    /// <summary>Every freeze there ever was, where a history is told.</summary>
    public ImmutableArray<TracedFreeze> Freezes { get; init; } = [];
}
