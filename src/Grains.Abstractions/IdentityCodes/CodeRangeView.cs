using System.Collections.Immutable;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.IdentityCodes;

/// <summary>Range (码段) of codes that is, or was, bound to a batch.</summary>
[GenerateSerializer, Immutable, Alias("code-range-view")]
public sealed record CodeRangeView : IRevisioned
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string Id { get; init; } = "";
    [Id(2)] public CreditCode Enterprise { get; init; }
    [Id(3)] public BatchNumber Batch { get; init; }
    [Id(4)] public IdentityCode Start { get; init; }
    [Id(5)] public IdentityCode End { get; init; }
    [Id(6)] public long Codes { get; init; }
    [Id(7)] public Deed? Bound { get; init; }
    [Id(8)] public Deed? Unbound { get; init; }
    [Id(9)] public ImmutableArray<CodeFreezeView> Freezes { get; init; } = [];
}
