using Suyuan.Enterprises;
using Suyuan.Regions;

namespace Suyuan.Accounts;

/// <summary>
/// Who acts, in which role, for whom. Scope is a region code for regiments and companies, a region or an administrative division for
/// regulators, a gin code for ginners, gin verifiers and collectors, a grower id for growers, a credit code for enterprises, and empty for
/// the platform, inspectors and regulators of everything.
/// </summary>
[GenerateSerializer, Immutable, Alias("caller")]
public sealed record Caller(
    [property: Id(0)] string Account,
    [property: Id(1)] Role Role,
    [property: Id(2)] string Scope)
{
    public bool IsPlatform => Role == Role.Platform;

    /// <summary>The caller's scope as a region, or null when the role has none.</summary>
    public RegionCode? Region => RegionCode.TryParse(Scope, null, out var region) ? region : null;

    /// <summary>The caller's scope as an administrative division, or null when the role has none.</summary>
    public DistrictCode? District => DistrictCode.TryParse(Scope, null, out var district) ? district : null;

    /// <summary>True for the platform and for an officer whose region is this one or lies above it.</summary>
    public bool Oversees(RegionCode region) =>
        IsPlatform || (Role is Role.Regiment or Role.Company or Role.Regulator && Region is { } own && own.Contains(region));

    /// <summary>True for the platform and for a regulator whose district is this one or lies above it, or who has none.</summary>
    public bool Oversees(DistrictCode district) =>
        IsPlatform || (Role is Role.Regulator && (Scope.Length == 0 || (District is { } own && own.Contains(district))));

    /// <summary>True for people of this enterprise.</summary>
    public bool WorksFor(CreditCode enterprise) =>
        Role is Role.EnterpriseAdministrator or Role.Recorder && Scope == enterprise.Value;

    /// <summary>True for the platform and for people and devices of this gin.</summary>
    public bool WorksAt(string gin) =>
        IsPlatform || (Role is Role.Ginner or Role.GinVerifier or Role.Collector && Scope == gin);
}
