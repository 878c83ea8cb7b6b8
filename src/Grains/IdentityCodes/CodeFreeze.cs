using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>A freeze as stored with its range.</summary>
[GenerateSerializer, Immutable, Alias("code-freeze")]
public sealed record CodeFreeze
{
    [Id(0)] public int Number { get; init; }
    [Id(1)] public IdentityCode Start { get; init; }
    [Id(2)] public IdentityCode End { get; init; }
    [Id(3)] public bool ByRegulator { get; init; }
    [Id(4)] public Deed? Frozen { get; init; }
    [Id(5)] public Deed? Lifted { get; init; }

    internal CodeFreezeView ToView(bool isChecked) => new()
    {
        Number = Number,
        Start = Start,
        End = End,
        Codes = (long)new CodeRun(Start, End, isChecked).Count,
        ByRegulator = ByRegulator,
        Frozen = Frozen?.Shown(),
        Lifted = Lifted?.Shown(),
    };
}
