using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>Account (账号): who somebody is, what they may act as, and whether a password is theirs.</summary>
[Alias("account-grain")]
public interface IAccountGrain : IGrainWithStringKey
{
    [Alias("get")] Task<Result<AccountView>> Get();

    [Alias("create")] Task<Result<AccountView>> Create(CreateAccount command);

    [Alias("prove")] Task<Result<AccountView>> Prove(string password);

    [Alias("change-password")] Task<Result<AccountView>> ChangePassword(ChangePassword command);

    [Alias("renew-password")] Task<Result<AccountView>> RenewPassword(RenewPassword command);

    [Alias("set-verifier")] Task<Result<AccountView>> SetVerifier(SetVerifier command);
}
