using System.Collections.Immutable;
using Suyuan.Seasons;

namespace Suyuan.Statistics;

/// <summary>A season of the whole corps: by division and by gin, which add up to the same traced cotton.</summary>
public sealed record StatisticsOverview
{
    public SeasonYear Season { get; init; }
    public bool Closed { get; init; }

    /// <summary>When the season was closed; nothing in it has changed since.</summary>
    public DateTimeOffset? FrozenAt { get; init; }

    /// <summary>Of all gins, with their delayed and untraced bales.</summary>
    public Figures Totals { get; init; } = new();

    public ImmutableArray<RegionFigures> Divisions { get; init; } = [];
    public ImmutableArray<GinFigures> Gins { get; init; } = [];
}
