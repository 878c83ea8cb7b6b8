using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>An account's name for other readers: some sign in under their mobile number, which is nobody else's to read.</summary>
internal static class ShownAccount
{
    public static string Of(string account) => MobileNumber.TryParse(account, null, out var mobile) ? mobile.Masked : account;
}
