namespace Suyuan.Accounts;

/// <summary>People who register themselves act under this name until their account exists.</summary>
internal static class SelfRegistration
{
    public const string Account = "registration";
}
