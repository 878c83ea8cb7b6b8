using System.Collections.Immutable;
using Suyuan.GinLines;
using Suyuan.Measures;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.Bales;

/// <summary>A bale with its quality, as it is known now.</summary>
public sealed record BaleAnswer
{
    public BaleBarcode Barcode { get; init; }
    public GinCode Gin { get; init; }
    public int Line { get; init; }
    public SeasonYear Season { get; init; }
    public Kilograms GrossKg { get; init; }
    public Kilograms TareKg { get; init; }
    public Kilograms NetKg { get; init; }
    public decimal RegainPct { get; init; }

    /// <summary>Measured at the press; the inspection's own stands with the inspection.</summary>
    public decimal? ImpurityPct { get; init; }

    public DateTimeOffset PressedAt { get; init; }
    public CardNumber? Card { get; init; }

    /// <summary>The card whose delay (延迟包数) this untraced bale used up.</summary>
    public CardNumber? DelayOf { get; init; }

    public string? Unit { get; init; }
    public string? UnitName { get; init; }
    public Kilograms ProcessedKg { get; init; }
    public ImmutableArray<BaleWarning> Warnings { get; init; } = [];
    public bool Traced => Card is not null;

    /// <summary>Conditioned weight (公定重量) by the inspection's impurity, else the press's, else the standard one.</summary>
    public decimal ConditionedKg { get; init; }

    /// <summary>By the season's rule; an untraced bale never counts for a unit, whatever its quality.</summary>
    public PremiumState Premium { get; init; }

    public Inspection? Inspection { get; init; }

    internal BaleAnswer Under(SeasonPolicy policy) => this with
    {
        ConditionedKg = policy.ConditionedKg(NetKg, Inspection?.ImpurityPct ?? ImpurityPct, RegainPct),
        Premium = policy.Premium.StateOf(Inspection),
    };
}
