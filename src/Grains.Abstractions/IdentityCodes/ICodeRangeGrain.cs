using Suyuan.Accounts;
using Suyuan.Batches;
using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>One range of codes that is, or was, bound to a batch.</summary>
[Alias("code-range-grain")]
public interface ICodeRangeGrain : IGrainWithStringKey
{
    /// <summary>For those who may see the enterprise's work, when it is a range of this batch.</summary>
    [Alias("get-for")] Task<Result<CodeRangeView>> GetFor(Caller by, BatchNumber batch);

    [Alias("bind")] Task<Result<CodeRangeView>> Bind(BindCodes command);

    [Alias("unbind")] Task<Result<CodeRangeView>> Unbind(UnbindCodes command);

    [Alias("freeze")] Task<Result<CodeRangeView>> Freeze(FreezeCodes command);

    [Alias("lift")] Task<Result<CodeRangeView>> Lift(LiftCodeFreeze command);
}
