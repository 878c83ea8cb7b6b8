using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Inputs;

/// <summary>One item of an enterprise's catalogue of inputs (物资).</summary>
[Alias("input-grain")]
public interface IInputGrain : IGrainWithStringKey
{
    /// <summary>For other grains: whoever asks.</summary>
    [Alias("get")] Task<Result<InputView>> Get();

    /// <summary>For people: not found when the enterprise is not theirs to know.</summary>
    [Alias("get-for")] Task<Result<InputView>> GetFor(Caller by);

    [Alias("add")] Task<Result<InputView>> Add(AddInput command);

    [Alias("edit")] Task<Result<InputView>> Edit(EditInput command);

    [Alias("retire")] Task<Result<InputView>> Retire(RetireInput command);

    [Alias("reinstate")] Task<Result<InputView>> Reinstate(ReinstateInput command);
}
