using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Regions;

namespace Suyuan.Enterprises;

/// <summary>An enterprise registers with its first account, which administers and records.</summary>
[GenerateSerializer, Immutable, Alias("register-enterprise")]
public sealed record RegisterEnterprise
{
    [Id(0)] public required string Name { get; init; }
    [Id(1)] public required DistrictCode District { get; init; }
    [Id(2)] public required UserName UserName { get; init; }
    [Id(3)] public required string DisplayName { get; init; }
    [Id(4)] public required string Password { get; init; }
    [Id(5)] public required MobileNumber Mobile { get; init; }

    /// <summary>The one-time code that was sent to the mobile.</summary>
    [Id(6)] public required string Code { get; init; }
}
