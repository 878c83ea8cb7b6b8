using Suyuan.Common;

namespace Suyuan.Batches;

/// <summary>What the caller may do with a batch now, deed by deed.</summary>
[GenerateSerializer, Immutable, Alias("batch-verdicts")]
public sealed record BatchVerdicts
{
    [Id(0)] public required Verdict Edit { get; init; }

    /// <summary>Stages and stage records may be added, changed and removed.</summary>
    [Id(1)] public required Verdict Record { get; init; }

    [Id(2)] public required Verdict Complete { get; init; }
    [Id(3)] public required Verdict Reopen { get; init; }
    [Id(4)] public required Verdict Void { get; init; }
    [Id(5)] public required Verdict Declare { get; init; }
}
