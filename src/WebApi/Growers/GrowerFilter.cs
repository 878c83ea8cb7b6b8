using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.Growers;

/// <summary>Which growers to list: of a region, with plots in a season, q in their name, legal persons or natural ones.</summary>
internal sealed record GrowerFilter(RegionCode? Region, SeasonYear? Season, string? Q, bool? Legal);
