using Suyuan.Common;
using Suyuan.Regions;

namespace Suyuan.Enterprises;

/// <summary>An enterprise (企业) as it registered.</summary>
[GenerateSerializer, Immutable, Alias("enterprise-view")]
public sealed record EnterpriseView : IRevisioned
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public CreditCode CreditCode { get; init; }
    [Id(2)] public string Name { get; init; } = "";
    [Id(3)] public DistrictCode District { get; init; }
    [Id(4)] public DateTimeOffset RegisteredAt { get; init; }
}
