using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>One range of codes that is, or was, bound to a batch.</summary>
[Alias("code-range-grain")]
public interface ICodeRangeGrain : IGrainWithStringKey
{
    [Alias("get-for")] Task<Result<CodeRangeView>> GetFor(Caller by);

    [Alias("bind")] Task<Result<CodeRangeView>> Bind(BindCodes command);

    [Alias("unbind")] Task<Result<CodeRangeView>> Unbind(UnbindCodes command);

    [Alias("freeze")] Task<Result<CodeRangeView>> Freeze(FreezeCodes command);

    [Alias("lift")] Task<Result<CodeRangeView>> Lift(LiftCodeFreeze command);
}
