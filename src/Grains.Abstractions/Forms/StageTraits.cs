using System.Collections.Immutable;

namespace Suyuan.Forms;

/// <summary>What makes a form a stage (环节) of a batch.</summary>
public sealed record StageTraits
{
    public required StageGroup Group { get; init; }

    /// <summary>The product categories whose batches have the stage from the start, each with the stage's place among its stages.</summary>
    public ImmutableDictionary<string, int> Templates { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The rule that records of this stage take part in, if any.</summary>
    public StageRule? Rule { get; init; }
}
