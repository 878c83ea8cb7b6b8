using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.TraceCards;

namespace Suyuan.GinLines;

/// <summary>A gin line (生产线): its queue, the card in work, its progress and its cursor.</summary>
[GenerateSerializer, Immutable, Alias("gin-line-view")]
public sealed record GinLineView : IRevisioned
{
    [Id(0)] public GinCode Gin { get; init; }
    [Id(1)] public int Line { get; init; }
    [Id(2)] public CollectorModel Model { get; init; }
    [Id(3)] public int QueueLimit { get; init; }

    /// <summary>The first is in work.</summary>
    [Id(4)] public ImmutableArray<QueuedCardView> Queue { get; init; } = [];

    [Id(5)] public CardNumber? InWork { get; init; }
    [Id(6)] public bool LastBaleTraced { get; init; }
    [Id(7)] public LastBaleView? LastBale { get; init; }
    [Id(8)] public long LastSequence { get; init; }
    [Id(9)] public long Bales { get; init; }
    [Id(10)] public int Revision { get; init; }
}

/// <summary>A card in a line's queue.</summary>
[GenerateSerializer, Immutable, Alias("queued-card-view")]
public sealed record QueuedCardView(
    [property: Id(0)] CardNumber Card,
    [property: Id(1)] string UnitName,
    [property: Id(2)] Kilograms QuotaKg,
    [property: Id(3)] Kilograms ProcessedKg,
    [property: Id(4)] int Bales,
    [property: Id(5)] int DelayLeft);

/// <summary>The last bale that the line pressed.</summary>
[GenerateSerializer, Immutable, Alias("last-bale-view")]
public sealed record LastBaleView(
    [property: Id(0)] string Barcode,
    [property: Id(1)] bool Traced,
    [property: Id(2)] Kilograms GrossKg,
    [property: Id(3)] DateTimeOffset PressedAt);
