namespace Suyuan.Regions;

/// <summary>The door to regions.</summary>
public static class RegionGrainFactory
{
    private const string Prefix = "region-";

    public static IRegionGrain Region(this IGrainFactory grains, RegionCode code) => grains.GetGrain<IRegionGrain>(Prefix + code);

    public static RegionCode CodeOf(string key) => RegionCode.Parse(key[Prefix.Length..], null);
}
