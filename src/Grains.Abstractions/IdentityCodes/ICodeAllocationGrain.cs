using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>One run of codes of an enterprise.</summary>
[Alias("code-allocation-grain")]
public interface ICodeAllocationGrain : IGrainWithStringKey
{
    [Alias("get-for")] Task<Result<CodeAllocationView>> GetFor(Caller by);

    [Alias("allocate")] Task<Result<CodeAllocationView>> Allocate(AllocateCodes command);

    [Alias("register")] Task<Result<CodeAllocationView>> Register(RegisterCodeRun command);
}
