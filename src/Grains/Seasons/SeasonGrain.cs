using Suyuan.Common;

namespace Suyuan.Seasons;

internal sealed class SeasonGrain([PersistentState("season")] IPersistentState<Season> stored) : Grain, ISeasonGrain
{
    private SeasonYear Year => SeasonGrainFactory.YearOf(this.GetPrimaryKeyString());

    public Task<Result<SeasonPolicy>> Get() => Task.FromResult<Result<SeasonPolicy>>(stored.State.ToView(Year));

    public Task<Result<SeasonPolicy>> Put(PutSeason command) =>
        this.Decide(stored, season => season.Put(Year, command), season => season.ToView(Year));
}
