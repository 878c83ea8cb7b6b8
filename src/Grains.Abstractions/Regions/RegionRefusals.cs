using Suyuan.Common;

namespace Suyuan.Regions;

/// <summary>Why a region is refused.</summary>
public static class RegionRefusals
{
    /// <summary>A regiment needs its division and a company its regiment.</summary>
    public static Refusal ParentMissing(RegionCode region, RegionCode parent) =>
        Refusal.Unprocessable("region/parent-missing", ("region", region), ("parent", parent));

    /// <summary>A name has 1 to 60 characters.</summary>
    public static Refusal NameInvalid(RegionCode region) => Refusal.Unprocessable("region/name-invalid", ("region", region));
}
