using Suyuan.Common;

namespace Suyuan.Regions;

/// <summary>One region (师、团 or 连): its name and its place in the hierarchy.</summary>
[Alias("region-grain")]
public interface IRegionGrain : IGrainWithStringKey
{
    [Alias("get")]
    Task<Result<RegionView>> Get();

    [Alias("put")]
    Task<Result<RegionPut>> Put(PutRegion command);
}
