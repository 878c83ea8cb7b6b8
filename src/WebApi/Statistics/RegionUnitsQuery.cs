using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.Statistics;

/// <summary>The units of one region in one season.</summary>
internal sealed record RegionUnitsQuery(SeasonYear Season, RegionCode Region);
