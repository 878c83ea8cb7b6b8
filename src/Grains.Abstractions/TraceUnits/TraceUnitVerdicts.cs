using Suyuan.Common;

namespace Suyuan.TraceUnits;

/// <summary>What the caller may do with a unit now, deed by deed; members change with an edit.</summary>
[GenerateSerializer, Immutable, Alias("trace-unit-verdicts")]
public sealed record TraceUnitVerdicts
{
    [Id(0)] public required Verdict Edit { get; init; }
    [Id(1)] public required Verdict Dissolve { get; init; }
    [Id(2)] public required Verdict Approve { get; init; }
    [Id(3)] public required Verdict Reject { get; init; }
    [Id(4)] public required Verdict RevokeApproval { get; init; }
}
