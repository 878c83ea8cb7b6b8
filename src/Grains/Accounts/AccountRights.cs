using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Regions;

namespace Suyuan.Accounts;

/// <summary>
/// Who may give which roles: the platform any, a regiment those of its companies, an enterprise's administrator those of the enterprise,
/// a person who registers only its own.
/// </summary>
internal static class AccountRights
{
    // Names that histories would show as ours.
    private static readonly string[] Ours = ["platform", "system", SelfRegistration.Account];

    public static Refusal? RefusalOf(UserName name, CreateAccount command)
    {
        if (command.Roles.IsEmpty) return AccountRefusals.NoRoles;
        if (command.Roles.FirstOrDefault(grant => !grant.WellFormed) is { } malformed) return AccountRefusals.ScopeMalformed(malformed);
        if (!MayName(name, command) || IsOfAnother(name, command)) return AccountRefusals.UserNameReserved(name);
        return command.Roles.Select(grant => RefusalOf(command.By, grant)).FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>The platform renews passwords of others; whoever makes accounts those that are nothing but what they may make.</summary>
    public static bool MayRenew(Caller by, IReadOnlyCollection<RoleGrant> roles) => by.IsPlatform
        || (by.Role is Role.Regiment or Role.EnterpriseAdministrator && roles.All(grant => RefusalOf(by, grant) is null));

    private static Refusal? RefusalOf(Caller by, RoleGrant grant) => by.Role switch
    {
        Role.Platform => null,
        Role.Regiment when grant.Role != Role.Company => SharedRefusals.Forbidden,
        Role.Regiment => by.Oversees(grant.Region!.Value) ? null : SharedRefusals.NotFound("region"),
        Role.Organizer or Role.Grower or Role.Ginner when by.Account == SelfRegistration.Account =>
            grant.Role == by.Role ? null : SharedRefusals.Forbidden,
        Role.EnterpriseAdministrator when grant.Role is not (Role.EnterpriseAdministrator or Role.Recorder) => SharedRefusals.Forbidden,
        Role.EnterpriseAdministrator => grant.Scope == by.Scope ? null : SharedRefusals.NotFound("enterprise"),
        _ => SharedRefusals.Forbidden,
    };

    // A region's or an enterprise's code is the name of its own account: else whoever comes first could take somebody else's.
    private static bool IsOfAnother(UserName name, CreateAccount command) =>
        (RegionCode.TryParse(name.Value, null, out _) || CreditCode.TryParse(name.Value, null, out _))
        && !command.Roles.Any(grant => grant.Scope.Equals(name.Value, StringComparison.OrdinalIgnoreCase));

    // A gin's main account carries its code in its name, and so there is one; verifiers are made by SetVerifier alone.
    private static bool MayName(UserName name, CreateAccount command) =>
        (!name.IsReserved && (command.By.IsPlatform || !Ours.Contains(name.Value)))
        || (name.Gin is { } gin && command.Roles is [{ Role: Role.Ginner } only] && only.Scope == gin.Value);
}
