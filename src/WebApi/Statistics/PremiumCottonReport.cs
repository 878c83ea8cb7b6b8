using System.Collections.Immutable;
using Suyuan.GinLines;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.Statistics;

/// <summary>From seed cotton to premium cotton (优质棉统计), for a unit, a grower, a gin or a region in one season.</summary>
public sealed record PremiumCottonReport
{
    public SeasonYear Season { get; init; }
    public bool Closed { get; init; }

    /// <summary>When the season was closed; the figures have stood as they were since.</summary>
    public DateTimeOffset? FrozenAt { get; init; }

    public string? Unit { get; init; }
    public string? Grower { get; init; }
    public GinCode? Gin { get; init; }
    public RegionCode? Region { get; init; }
    public Figures Totals { get; init; } = new();

    /// <summary>A grower's part of the premium cotton of all their units.</summary>
    public decimal? AllottedKg { get; init; }

    /// <summary>Of a unit: every grower's share; they sum exactly to the unit's premiumKg.</summary>
    public ImmutableArray<GrowerShare>? Shares { get; init; }

    /// <summary>Of a grower, a regiment or a company: unit by unit. Those of a division come page by page from their own route.</summary>
    public ImmutableArray<UnitFigures>? Units { get; init; }

    /// <summary>Of a region: by the regions below it.</summary>
    public ImmutableArray<RegionFigures>? Regions { get; init; }

    /// <summary>Of a gin.</summary>
    public GinUse? Use { get; init; }
}
