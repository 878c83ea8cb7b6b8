using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>What a phone may register as (AC1): an organizer with its home region, or a grower whom the roster knows.</summary>
internal static class MobileRegistration
{
    public static Result<CreateAccount> Decide(RegisterMobile command, RegisteringGrower? grower, bool mobileTaken)
    {
        if (Passwords.RefusalOf(command.Password, command.UserName) is { } weak) return weak;
        if (mobileTaken) return AccountRefusals.MobileTaken;
        return command.Role switch
        {
            Role.Organizer when command.HomeRegion is not { IsDivision: false } => RegistrationRefusals.HomeRegionRequired,
            Role.Organizer => Create(command, new(Role.Organizer, command.UserName.Value)),
            Role.Grower when command.PersonNumber is null => RegistrationRefusals.PersonNumberRequired,
            // The name must match too: an ID number alone is known to too many.
            Role.Grower when grower is null || grower.Name != command.DisplayName => RegistrationRefusals.GrowerUnknown,
            Role.Grower => Create(command, new(Role.Grower, grower!.Id)),
            _ => RegistrationRefusals.RoleNotOpen,
        };
    }

    /// <summary>What stands against an account of this name and password for this mobile, whoever it is for.</summary>
    public static Refusal? Admit(AdmitMobile command, bool mobileTaken)
    {
        if (Passwords.RefusalOf(command.Password, command.UserName) is { } weak) return weak;
        return mobileTaken ? AccountRefusals.MobileTaken : null;
    }

    private static CreateAccount Create(RegisterMobile command, RoleGrant grant) => new()
    {
        By = new(SelfRegistration.Account, grant.Role, ""),
        DisplayName = command.DisplayName,
        Roles = [grant],
        Password = command.Password,
        Mobile = command.Mobile,
        HomeRegion = command.HomeRegion,
    };
}
