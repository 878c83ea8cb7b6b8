using Suyuan.GinLines;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.Statistics;

/// <summary>Whose premium cotton in which season; exactly one of the four.</summary>
internal sealed record PremiumCottonQuery(SeasonYear Season, string? Unit, string? Grower, GinCode? Gin, RegionCode? Region)
{
    public bool HasOneSelector => new object?[] { Unit, Grower, Gin, Region }.Count(selector => selector is not null) == 1;
}
