using Suyuan.Common;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Suyuan.Growers;
using Suyuan.Regions;

namespace Suyuan.Accounts;

/// <summary>Asks for a one-time code on a mobile.</summary>
/// <param name="Mobile">Eleven digits.</param>
public sealed record CodeRequest(MobileNumber Mobile);

/// <summary>Registers a mobile with the code that was sent to it.</summary>
/// <param name="Mobile">Eleven digits.</param>
/// <param name="Code">The six digits that were sent.</param>
/// <param name="Password">Ten characters or more.</param>
/// <param name="DisplayName">The person's name; a grower's as the roster has it.</param>
/// <param name="Role">organizer (free or cooperative) or grower.</param>
/// <param name="UserName">A name of one's own; without it one is made, and the mobile signs in.</param>
/// <param name="HomeRegion">An organizer's regiment or company.</param>
/// <param name="IdNumber">A grower's ID number or credit code.</param>
public sealed record RegistrationRequest(
    MobileNumber Mobile,
    [RegularExpression("^[0-9]{6}$")] string Code,
    [StringLength(256, MinimumLength = 1)] string Password,
    [StringLength(80, MinimumLength = 1)] string DisplayName,
    Role Role,
    UserName? UserName = null,
    RegionCode? HomeRegion = null,
    PersonNumber? IdNumber = null)
{
    private const int NameBytes = 5;

    public RegisterMobile ToCommand() => new()
    {
        Mobile = Mobile,
        Code = Code,
        Password = Password,
        DisplayName = DisplayName,
        Role = Role,
        UserName = UserName ?? new("u" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes))),
        HomeRegion = HomeRegion,
        PersonNumber = IdNumber,
    };
}

/// <summary>Registers a gin's main account.</summary>
/// <param name="UserName">qts and the five digits of the gin.</param>
/// <param name="Password">Ten characters or more.</param>
/// <param name="DisplayName">The gin's name.</param>
/// <param name="Mobile">A contact's mobile.</param>
public sealed record GinRegistrationRequest(
    UserName UserName,
    [StringLength(256, MinimumLength = 1)] string Password,
    [StringLength(80, MinimumLength = 1)] string DisplayName,
    MobileNumber? Mobile = null);
