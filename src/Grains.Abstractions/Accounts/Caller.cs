using Suyuan.Regions;

namespace Suyuan.Accounts;

/// <summary>
/// Who acts, in which role, for whom. Scope is a region code for regiments and companies, a gin code for ginners, gin verifiers and
/// collectors, a grower id for growers, a credit code for enterprises, and empty for the platform and inspectors.
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

    /// <summary>True for the platform and for an officer whose region is this one or lies above it.</summary>
    public bool Oversees(RegionCode region) =>
        IsPlatform || (Role is Role.Regiment or Role.Company or Role.Regulator && Region is { } own && own.Contains(region));

    /// <summary>True for the platform and for people and devices of this gin.</summary>
    public bool WorksAt(string gin) =>
        IsPlatform || (Role is Role.Ginner or Role.GinVerifier or Role.Collector && Scope == gin);
}
