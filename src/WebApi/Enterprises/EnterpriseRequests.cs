using System.ComponentModel.DataAnnotations;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Regions;

namespace Suyuan.Enterprises;

/// <summary>Registers an enterprise by the mobile of whoever will administer it.</summary>
/// <param name="CreditCode">The unified social credit code.</param>
/// <param name="Name">The enterprise's name as its licence has it.</param>
/// <param name="District">The administrative division it is registered in, six digits.</param>
/// <param name="Mobile">Eleven digits.</param>
/// <param name="Code">The six digits that were sent to the mobile.</param>
/// <param name="UserName">The name to sign in with, besides the mobile.</param>
/// <param name="DisplayName">The person's name.</param>
/// <param name="Password">Ten characters or more.</param>
public sealed record EnterpriseRegistrationRequest(
    CreditCode CreditCode,
    [StringLength(60, MinimumLength = 1)] string Name,
    DistrictCode District,
    MobileNumber Mobile,
    [RegularExpression("^[0-9]{6}$")] string Code,
    UserName UserName,
    [StringLength(80, MinimumLength = 1)] string DisplayName,
    [StringLength(256, MinimumLength = 1)] string Password)
{
    public RegisterEnterprise ToCommand() => new()
    {
        Name = Name, District = District, UserName = UserName, DisplayName = DisplayName, Password = Password, Mobile = Mobile, Code = Code,
    };
}
