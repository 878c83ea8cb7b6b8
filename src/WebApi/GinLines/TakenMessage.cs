using Suyuan.Common;

namespace Suyuan.GinLines;

/// <summary>One message that the line took, as its ledger keeps it.</summary>
internal sealed record TakenMessage
{
    public required int Number { get; init; }
    public required LineMessageKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public long? Sequence { get; init; }
    public string By { get; init; } = "";
    public LineAnswer? Answer { get; init; }
    public Refusal? Refusal { get; init; }
}
