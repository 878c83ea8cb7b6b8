using Suyuan.Common;
using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Suyuan.Regions;

namespace Suyuan.Accounts;

/// <summary>Makes an account: the platform any, a regiment its companies', an administrator of an enterprise the enterprise's.</summary>
/// <param name="DisplayName">Whose it is.</param>
/// <param name="Roles">What it may act as and for whom.</param>
/// <param name="UserName">The name to sign in with; without it the scope of the first role, such as 08-143-012.</param>
/// <param name="Password">Ten characters or more; without it one is made and told once, to be changed at the first sign-in.</param>
/// <param name="Mobile">A mobile that signs in too.</param>
/// <param name="HomeRegion">Where its units are formed by default.</param>
/// <param name="Contact">Whom to call.</param>
public sealed record AccountRequest(
    [StringLength(80, MinimumLength = 1)] string DisplayName,
    [MaxLength(20)] ImmutableArray<RoleGrantRequest> Roles,
    UserName? UserName = null,
    [StringLength(256, MinimumLength = 1)] string? Password = null,
    MobileNumber? Mobile = null,
    RegionCode? HomeRegion = null,
    [StringLength(60, MinimumLength = 1)] string? Contact = null)
{
    /// <summary>The name asked for, or the first role's scope.</summary>
    public UserName? Name =>
        UserName ?? (Roles is [var first, ..] && Accounts.UserName.TryParse(first.Scope, null, out var scope) ? scope : null);

    public CreateAccount ToCommand(Caller by) => new()
    {
        By = by,
        DisplayName = DisplayName,
        Roles = [.. Roles.Select(role => new RoleGrant(role.Role, role.Scope ?? ""))],
        Password = Password,
        Mobile = Mobile,
        HomeRegion = HomeRegion,
        Contact = Contact,
    };
}

/// <summary>A role and for whom.</summary>
/// <param name="Role">The role.</param>
/// <param name="Scope">A region, a gin, a grower, an enterprise; empty for the platform and inspectors.</param>
public sealed record RoleGrantRequest(Role Role, [StringLength(40)] string? Scope = null);

/// <summary>Changes one's password. Other sessions end at their next refresh.</summary>
/// <param name="CurrentPassword">The password so far.</param>
/// <param name="NewPassword">Ten characters or more.</param>
public sealed record PasswordRequest(
    [StringLength(256, MinimumLength = 1)] string CurrentPassword,
    [StringLength(256, MinimumLength = 1)] string NewPassword);

/// <summary>Makes or renews a gin's verifier account.</summary>
/// <param name="Password">
/// Ten characters or more. It should differ from the main account's; that is not checked, as the answer would help guessing.
/// </param>
public sealed record VerifierRequest([StringLength(256, MinimumLength = 1)] string Password);
