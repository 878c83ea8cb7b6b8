using System.Collections.Immutable;
using Suyuan.Bales;
using Suyuan.Measures;
using Suyuan.TraceCards;

namespace Suyuan.GinLines;

/// <summary>What the line says to one accepted message; a repeated message gets the same words.</summary>
[GenerateSerializer, Immutable, Alias("line-answer")]
public sealed record LineAnswer
{
    [Id(0)] public LineMessageKind Kind { get; init; }

    /// <summary>The last sequence that the line took from its collector.</summary>
    [Id(1)] public long LastSequence { get; init; }

    /// <summary>The card scanned, finished or reopened, or the one the bale belongs to.</summary>
    [Id(2)] public CardNumber? Card { get; init; }

    /// <summary>The card's place in the queue: 1 is in work.</summary>
    [Id(3)] public int? Position { get; init; }

    [Id(4)] public int? DelayBales { get; init; }

    /// <summary>Bales that the card may still give (可加工棉包数量).</summary>
    [Id(5)] public int? AvailableBales { get; init; }

    [Id(6)] public Kilograms? QuotaKg { get; init; }
    [Id(7)] public Kilograms? ProcessedKg { get; init; }
    [Id(8)] public BaleBarcode? Barcode { get; init; }
    [Id(9)] public bool? Traced { get; init; }

    /// <summary>True when this message ended the card.</summary>
    [Id(10)] public bool? Finished { get; init; }

    [Id(11)] public Kilograms? OvershootKg { get; init; }

    /// <summary>The card in work after this message.</summary>
    [Id(12)] public CardNumber? InWork { get; init; }

    [Id(13)] public ImmutableArray<BaleWarning> Warnings { get; init; } = [];
}
