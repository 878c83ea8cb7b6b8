using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Enterprises;

/// <summary>One enterprise, by its credit code.</summary>
[Alias("enterprise-grain")]
public interface IEnterpriseGrain : IGrainWithStringKey
{
    [Alias("get")] Task<Result<EnterpriseView>> Get();

    /// <summary>As Get, for people of the enterprise and those who oversee its district; to others there is no such enterprise.</summary>
    [Alias("get-for")] Task<Result<EnterpriseView>> GetFor(Caller by);

    [Alias("get-profile")] Task<Result<EnterpriseProfileView>> GetProfile(Caller by);

    [Alias("save-profile")] Task<Result<EnterpriseProfileView>> SaveProfile(SaveProfile command);

    [Alias("register")] Task<Result<AccountView>> Register(RegisterEnterprise command);
}
