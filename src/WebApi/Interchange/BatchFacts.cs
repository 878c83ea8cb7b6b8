using System.Collections.Immutable;
using Suyuan.Batches;

namespace Suyuan.Interchange;

/// <summary>Batches of one enterprise with what stands behind them and what came of them, as traces and recall drills read them.</summary>
internal sealed record BatchFacts
{
    public ImmutableArray<TracedBatch> Batches { get; init; } = [];

    /// <summary>The filings that stand behind all of them: of the enterprise, and of the batches' products.</summary>
    public ImmutableArray<TracedFiling> Filings { get; init; } = [];

    public ImmutableArray<TracedUse> Uses { get; init; } = [];
    public ImmutableArray<TracedRecord> Records { get; init; } = [];
    public ImmutableArray<TracedCodes> Codes { get; init; } = [];
}

/// <summary>A batch with the ground it grew on.</summary>
internal sealed record TracedBatch(
    BatchNumber Number, string Product, BatchState State, string ProductFiling, string Zone, string ZoneName,
    ImmutableArray<PlotFacts> Plots);

/// <summary>A filing; the certificate is there when it is issued.</summary>
internal sealed record TracedFiling(string Id, string Kind, string Title, string State, string? Certificate);

/// <summary>A record of a batch took so much of a lot.</summary>
internal sealed record TracedUse(
    BatchNumber Batch, string Record, string Lot, string? LotNumber, string Item, string ItemName, string Unit, decimal Quantity,
    decimal LotQuantity, DateOnly UsedOn);

/// <summary>A stage record by the figures that a balance needs; any may be missing in a draft.</summary>
internal sealed record TracedRecord
{
    public BatchNumber Batch { get; init; }
    public string Id { get; init; } = "";
    public string Stage { get; init; } = "";
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

    public DateTimeOffset BoundAt { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
    public int Revision { get; init; }
}
