using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>Freeze (冻结) of some codes of a range, as for a recall.</summary>
[GenerateSerializer, Immutable, Alias("code-freeze-view")]
public sealed record CodeFreezeView
{
    [Id(0)] public int Number { get; init; }
    [Id(1)] public IdentityCode Start { get; init; }
    [Id(2)] public IdentityCode End { get; init; }
    [Id(3)] public long Codes { get; init; }

    /// <summary>A regulator's freeze is lifted by a regulator.</summary>
    [Id(4)] public bool ByRegulator { get; init; }
    [Id(5)] public Deed? Frozen { get; init; }
    [Id(6)] public Deed? Lifted { get; init; }
}
