using Suyuan.GinLines;
using Suyuan.Regions;

namespace Suyuan.Common;

/// <summary>Whose weigh tickets, cards or bales: a gin's, a grower's, a unit's, or those of all units of a region.</summary>
internal sealed record Whose(GinCode? Gin = null, string? Grower = null, string? Unit = null, RegionCode? Region = null)
{
    /// <summary>A company's officers know the units that the company formed; others of the region are not theirs (AC5).</summary>
    public bool OfCompany { get; init; }
}
