using Suyuan.Regions;

namespace Suyuan.Accounts;

/// <summary>Who is signed in, and as what.</summary>
internal sealed record MeAnswer
{
    public required UserName UserName { get; init; }
    public required string DisplayName { get; init; }
    public required Role Role { get; init; }
    public required string Scope { get; init; }
    public required IReadOnlyList<RoleGrant> Roles { get; init; }
    public string? MaskedMobile { get; init; }
    public RegionCode? HomeRegion { get; init; }

    /// <summary>The password is a one-time one: until it is changed nothing else may be done.</summary>
    public bool PasswordChangeRequired { get; init; }

    public static MeAnswer Of(RoleGrant acting, AccountView account) => new()
    {
        UserName = account.UserName,
        DisplayName = account.DisplayName,
        Role = acting.Role,
        Scope = acting.Scope,
        Roles = account.Roles,
        MaskedMobile = account.MaskedMobile,
        HomeRegion = account.HomeRegion,
        PasswordChangeRequired = account.PasswordChangeRequired,
    };
}
