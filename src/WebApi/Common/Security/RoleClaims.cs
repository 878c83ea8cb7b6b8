using System.Security.Claims;
using Suyuan.Accounts;

namespace Suyuan.Common;

/// <summary>How a caller is written into a principal and read back from it.</summary>
internal static class RoleClaims
{
    public const string Session = "session";
    public const string Line = "line";
    public const string PasswordChange = "password-change";
    private const string Scope = "scope";

    public static string NameOf(Role role) => role.ToString();

    public static ClaimsPrincipal ToPrincipal(this Caller caller, string scheme, params ReadOnlySpan<(string Type, string Value)> more)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new(ClaimTypes.Name, caller.Account));
        identity.AddClaim(new(ClaimTypes.Role, NameOf(caller.Role)));
        identity.AddClaim(new(Scope, caller.Scope));
        foreach (var (type, value) in more) identity.AddClaim(new(type, value));
        return new(identity);
    }

    public static Caller ToCaller(this ClaimsPrincipal principal) => new(
        principal.FindFirstValue(ClaimTypes.Name) ?? throw new InvalidOperationException("An anonymous endpoint asked for its caller."),
        Enum.Parse<Role>(principal.FindFirstValue(ClaimTypes.Role)!),
        principal.FindFirstValue(Scope)!);
}
