using System.Text.Json.Serialization;
using Suyuan.Enterprises;
using Suyuan.GinLines;
using Suyuan.Regions;

namespace Suyuan.Accounts;

/// <summary>A role that an account holds, and for whom: a region, a gin, a grower, an enterprise (see Caller).</summary>
[GenerateSerializer, Immutable, Alias("role-grant")]
public sealed record RoleGrant([property: Id(0)] Role Role, [property: Id(1)] string Scope)
{
    private const int GrowerIdLength = 33;

    /// <summary>True when the scope is of the kind that the role needs; devices get keys, never grants.</summary>
    [JsonIgnore]
    public bool WellFormed => Role switch
    {
        Role.Platform or Role.Inspector => Scope.Length == 0,
        Role.Regulator => Scope.Length == 0 || Region is not null || DistrictCode.TryParse(Scope, null, out _),
        Role.Regiment => Region is { IsRegiment: true },
        Role.Company => Region is { IsCompany: true },
        Role.Ginner or Role.GinVerifier => GinCode.TryParse(Scope, null, out _),
        Role.Grower => Scope is ['h', ..] && Scope.Length == GrowerIdLength,
        Role.Organizer => UserName.TryParse(Scope, null, out _),
        Role.EnterpriseAdministrator or Role.Recorder => CreditCode.TryParse(Scope, null, out _),
        _ => false,
    };

    [JsonIgnore]
    public RegionCode? Region => RegionCode.TryParse(Scope, null, out var region) ? region : null;
}
