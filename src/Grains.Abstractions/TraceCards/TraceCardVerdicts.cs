using Suyuan.Common;

namespace Suyuan.TraceCards;

/// <summary>What may be done with a printed card now.</summary>
[GenerateSerializer, Immutable, Alias("trace-card-verdicts")]
public sealed record TraceCardVerdicts
{
    [Id(0)] public required Verdict Reprint { get; init; }
    [Id(1)] public required Verdict Void { get; init; }
}
