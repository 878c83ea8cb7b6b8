using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Growers;

/// <summary>One grower (棉花实际种植者) with the plots of every season.</summary>
[Alias("grower-grain")]
public interface IGrowerGrain : IGrainWithStringKey
{
    /// <summary>For other grains: whoever asks.</summary>
    [Alias("get")]
    Task<Result<GrowerView>> Get();

    /// <summary>For people: not found when the grower is not theirs to know.</summary>
    [Alias("get-for")]
    Task<Result<GrowerView>> GetFor(Caller by);

    /// <summary>What Put would do, without doing it.</summary>
    [Alias("preview")]
    Task<Result<GrowerPut>> Preview(PutGrower command);

    [Alias("put")]
    Task<Result<GrowerPut>> Put(PutGrower command);
}
