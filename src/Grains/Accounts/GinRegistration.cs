using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>A ginner registers under qts and its five digits (AC3); so a gin has one main account.</summary>
internal static class GinRegistration
{
    public static Result<CreateAccount> Decide(RegisterGin command)
    {
        if (command.UserName.Gin is not { } gin) return RegistrationRefusals.NotAGinName;
        return new CreateAccount
        {
            By = new(SelfRegistration.Account, Role.Ginner, ""),
            DisplayName = command.DisplayName,
            Roles = [new(Role.Ginner, gin.Value)],
            Password = command.Password,
            Mobile = command.Mobile,
        };
    }
}
