using Suyuan.Regions;

namespace Suyuan.Statistics;

/// <summary>Sum over the units of one region: of a regiment in a division's report, of a company in a regiment's.</summary>
public sealed record RegionFigures(RegionCode Region, Figures Figures);
