using System.ComponentModel.DataAnnotations;

namespace Suyuan.Accounts;

/// <summary>Signs in by user name or registered mobile.</summary>
/// <param name="UserName">The user name (qts65001, 08-143-012) or the registered mobile.</param>
/// <param name="Password">The password.</param>
public sealed record SignInRequest(
    [StringLength(40, MinimumLength = 1)] string UserName,
    [StringLength(128, MinimumLength = 1)] string Password);

/// <summary>Trades a refresh token for new tokens. Each refresh token works once; using one twice ends the session.</summary>
/// <param name="RefreshToken">The refreshToken of the last answer.</param>
public sealed record RefreshRequest([StringLength(4096, MinimumLength = 1)] string RefreshToken);

/// <summary>Switches to another role that the account holds.</summary>
/// <param name="Role">The role to act in.</param>
/// <param name="Scope">For whom, when the account holds the role more than once.</param>
public sealed record SwitchRoleRequest(Role Role, [StringLength(40)] string? Scope = null);
