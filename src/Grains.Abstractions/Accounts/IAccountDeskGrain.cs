using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>
/// The desk where people without a session turn up: it finds the records that one request of theirs needs. It keeps nothing.
/// </summary>
[Alias("account-desk-grain")]
public interface IAccountDeskGrain : IGrainWithStringKey
{
    [Alias("sign-in")] Task<Result<SessionView>> SignIn(OpenSession command);

    [Alias("send-code")] Task<Result<CodeSentView>> SendCode(MobileNumber mobile);

    [Alias("register-mobile")] Task<Result<AccountView>> Register(RegisterMobile command);

    [Alias("admit-mobile")] Task<Result<MobileAdmittedView>> Admit(AdmitMobile command);

    [Alias("register-gin")] Task<Result<AccountView>> RegisterGin(RegisterGin command);
}
