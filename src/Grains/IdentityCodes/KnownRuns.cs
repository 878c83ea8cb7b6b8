using System.Collections.Immutable;
using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>The enterprise's runs that asked codes may lie in, in their order, as the database tells them.</summary>
internal sealed record KnownRuns
{
    public ImmutableArray<KnownRun> Runs { get; init; } = [];

    /// <summary>The codes as a run of one layout, or why they are none of the enterprise's.</summary>
    public Result<CodeRun> Place(AskedCodes asked)
    {
        if (Runs.IsEmpty) return IdentityCodeRefusals.NotAllocated(asked.Start.Value);
        // The layout is that of the run where the codes begin; what goes on into a run of another kind is outside.
        var isChecked = Runs[0].Checked;
        if (asked.AgainstCheckDigits(isChecked) is { } wrong) return wrong;
        var run = new CodeRun(asked.Start, asked.End, isChecked);
        return run.FirstOutside(Runs.Select(known => new CodeRun(known.Start, known.End, known.Checked))) is { } outside
            ? IdentityCodeRefusals.NotAllocated(outside.Value)
            : run;
    }
}

/// <summary>A run as the database tells it.</summary>
internal sealed record KnownRun
{
    public IdentityCode Start { get; init; }
    public IdentityCode End { get; init; }
    public bool Checked { get; init; }
}
