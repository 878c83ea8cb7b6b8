using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Inputs;

/// <summary>One purchase (采购) of an input, and what is left of it.</summary>
[Alias("input-lot-grain")]
public interface IInputLotGrain : IGrainWithStringKey
{
    [Alias("get-for")] Task<Result<InputLotView>> GetFor(Caller by);

    [Alias("add")] Task<Result<InputLotView>> Add(AddInputLot command);

    [Alias("edit")] Task<Result<InputLotView>> Edit(EditInput command);

    [Alias("retire")] Task<Result<InputLotView>> Retire(RetireInput command);

    [Alias("reinstate")] Task<Result<InputLotView>> Reinstate(ReinstateInput command);
}
