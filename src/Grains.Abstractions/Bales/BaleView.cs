using System.Collections.Immutable;
using Suyuan.GinLines;
using Suyuan.Measures;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.Bales;

/// <summary>A pressed bale (棉包) and the card it belongs to, if any.</summary>
[GenerateSerializer, Immutable, Alias("bale-view")]
public sealed record BaleView
{
    [Id(0)] public BaleBarcode Barcode { get; init; }
    [Id(1)] public GinCode Gin { get; init; }
    [Id(2)] public int Line { get; init; }
    [Id(3)] public SeasonYear Season { get; init; }
    [Id(4)] public Kilograms GrossKg { get; init; }
    [Id(5)] public Kilograms TareKg { get; init; }
    [Id(6)] public Kilograms NetKg { get; init; }
    [Id(7)] public decimal RegainPct { get; init; }
    [Id(8)] public decimal? ImpurityPct { get; init; }
    [Id(9)] public DateTimeOffset PressedAt { get; init; }

    /// <summary>The card the bale is linked to; absent for untraced bales.</summary>
    [Id(10)] public CardNumber? Card { get; init; }

    /// <summary>The card whose delay (延迟包数) this untraced bale used up.</summary>
    [Id(11)] public CardNumber? DelayOf { get; init; }

    [Id(12)] public string? Unit { get; init; }

    /// <summary>What the bale counts towards its card's quota (实时加工重量).</summary>
    [Id(13)] public Kilograms ProcessedKg { get; init; }

    [Id(14)] public ImmutableArray<BaleWarning> Warnings { get; init; } = [];

    public bool Traced => Card is not null;
}
