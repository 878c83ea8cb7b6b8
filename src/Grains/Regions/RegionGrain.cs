using Suyuan.Common;

namespace Suyuan.Regions;

internal sealed class RegionGrain([PersistentState("region")] IPersistentState<Region> stored) : Grain, IRegionGrain
{
    private RegionCode Code => RegionGrainFactory.CodeOf(this.GetPrimaryKeyString());

    public Task<Result<RegionView>> Get() =>
        Task.FromResult<Result<RegionView>>(
            stored.State.Revision == 0 ? SharedRefusals.NotFound("region") : stored.State.ToView(Code));

    public async Task<Result<RegionPut>> Put(PutRegion command)
    {
        var parentKnown = Code.Parent is { } parent && !(await GrainFactory.Region(parent).Get()).Refused;
        var before = stored.State.Revision;
        var put = await this.Decide(stored, region => region.Put(Code, command, parentKnown), region => region.ToView(Code));
        return put.Then<RegionPut>(region => new RegionPut(region, Revision.ChangeSince(before, region.Revision)));
    }
}
