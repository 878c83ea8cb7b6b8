using Suyuan.Regions;

namespace Suyuan.Statistics;

/// <summary>One unit's figures; in a grower's report also the grower's share of it.</summary>
public sealed record UnitFigures(string Unit, string Name, RegionCode Region, Figures Figures)
{
    public GrowerShare? Share { get; init; }
}
