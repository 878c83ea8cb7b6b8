using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>Who may give which roles: the platform any, a regiment those of its companies, a person who registers only its own.</summary>
internal static class AccountRights
{
    /// <summary>The account under which people register themselves.</summary>
    public const string Registration = "registration";

    // Names that histories would show as ours.
    private static readonly string[] Ours = ["platform", "system", Registration];

    public static Refusal? RefusalOf(UserName name, CreateAccount command)
    {
        if (command.Roles.IsEmpty) return AccountRefusals.NoRoles;
        if (command.Roles.FirstOrDefault(grant => !grant.WellFormed) is { } malformed) return AccountRefusals.ScopeMalformed(malformed);
        if (!MayName(name, command)) return AccountRefusals.UserNameReserved(name);
        return command.Roles.Select(grant => RefusalOf(command.By, grant)).FirstOrDefault(refusal => refusal is not null);
    }

    private static Refusal? RefusalOf(Caller by, RoleGrant grant) => by.Role switch
    {
        Role.Platform => null,
        Role.Regiment when grant.Role != Role.Company => SharedRefusals.Forbidden,
        Role.Regiment => by.Oversees(grant.Region!.Value) ? null : SharedRefusals.NotFound("region"),
        Role.Organizer or Role.Grower or Role.Ginner when by.Account == Registration =>
            grant.Role == by.Role ? null : SharedRefusals.Forbidden,
        _ => SharedRefusals.Forbidden,
    };

    // A gin's main account carries its code in its name, and so there is one; verifiers are made by SetVerifier alone.
    private static bool MayName(UserName name, CreateAccount command) =>
        (!name.IsReserved && (command.By.IsPlatform || !Ours.Contains(name.Value)))
        || (name.Gin is { } gin && command.Roles is [{ Role: Role.Ginner } only] && only.Scope == gin.Value);
}
