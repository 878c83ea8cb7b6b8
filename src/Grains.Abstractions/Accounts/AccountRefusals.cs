using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>Every refusal of accounts.</summary>
public static class AccountRefusals
{
    public static Refusal PasswordTooShort { get; } = Refusal.Unprocessable("account/password-too-short", ("minimum", 10));
    public static Refusal PasswordTooLong { get; } = Refusal.Unprocessable("account/password-too-long", ("maximum", 128));
    public static Refusal PasswordCommon { get; } = Refusal.Unprocessable("account/password-common");
    public static Refusal PasswordSame { get; } = Refusal.Unprocessable("account/password-same");
    public static Refusal UserNameRequired { get; } = Refusal.Unprocessable("account/user-name-required");
    public static Refusal NoRoles { get; } = Refusal.Unprocessable("account/no-roles");
    public static Refusal MobileTaken { get; } = Refusal.Conflict("account/mobile-taken");
    public static Refusal PasswordChangeRequired { get; } = Refusal.Forbidden("account/password-change-required");
    public static Refusal NotHeld { get; } = Refusal.Forbidden("account/role-not-held");

    public static Refusal UserNameTaken(UserName name) => Refusal.Conflict("account/user-name-taken", ("userName", name));

    public static Refusal UserNameReserved(UserName name) => Refusal.Unprocessable("account/user-name-reserved", ("userName", name));

    public static Refusal ScopeMalformed(RoleGrant grant) =>
        Refusal.Unprocessable("account/scope-malformed", ("role", grant.Role), ("scope", grant.Scope));
}

/// <summary>Every refusal of signing in.</summary>
public static class SessionRefusals
{
    /// <summary>The same for an unknown user and a wrong password, so that nobody learns which accounts exist.</summary>
    public static Refusal WrongCredentials { get; } = Refusal.Forbidden("session/wrong-credentials");
    public static Refusal Ended { get; } = Refusal.Forbidden("session/ended");
    public static Refusal RefreshReused { get; } = Refusal.Forbidden("session/refresh-reused");

    public static Refusal Locked(int retryAfterSeconds) => Refusal.Forbidden("session/locked", ("retryAfterSeconds", retryAfterSeconds));
}

/// <summary>Every refusal of registering.</summary>
public static class RegistrationRefusals
{
    public static Refusal CodeWrong(int triesLeft) => Refusal.Unprocessable("registration/code-wrong", ("triesLeft", triesLeft));

    public static Refusal CodeExpired { get; } = Refusal.Unprocessable("registration/code-expired");
    public static Refusal CodeUsedUp { get; } = Refusal.Unprocessable("registration/code-used-up");
    public static Refusal HomeRegionRequired { get; } = Refusal.Unprocessable("registration/home-region-required");
    public static Refusal PersonNumberRequired { get; } = Refusal.Unprocessable("registration/person-number-required");
    public static Refusal GrowerUnknown { get; } = Refusal.Unprocessable("registration/grower-unknown");
    public static Refusal RoleNotOpen { get; } = Refusal.Unprocessable("registration/role-not-open");
    public static Refusal NotAGinName { get; } = Refusal.Unprocessable("registration/not-a-gin-name");

    public static Refusal CodeTooSoon(int retryAfterSeconds) =>
        Refusal.Conflict("registration/code-too-soon", ("retryAfterSeconds", retryAfterSeconds));
}
