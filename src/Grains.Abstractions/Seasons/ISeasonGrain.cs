using Suyuan.Common;

namespace Suyuan.Seasons;

/// <summary>One season (年度) and its policy. A season never put yet answers the defaults with revision 0.</summary>
[Alias("season-grain")]
public interface ISeasonGrain : IGrainWithStringKey
{
    [Alias("get")]
    Task<Result<SeasonPolicy>> Get();

    [Alias("put")]
    Task<Result<SeasonPolicy>> Put(PutSeason command);
}
