using Suyuan.Common;

namespace Suyuan.GinLines;

/// <summary>A message that a line took: its number in the line's history, and what the line answered or refused it with.</summary>
/// <param name="Sequence">The device's number; a person's message has none.</param>
internal sealed record LineMessageItem(
    int Number, long? Sequence, LineMessageKind Kind, string By, DateTimeOffset At, LineAnswer? Answer, ReasonWhyNot? Refusal)
{
    public static LineMessageItem Of(TakenMessage taken, Reasons reasons) => new(
        taken.Number, taken.Sequence, taken.Kind, taken.By, taken.At, taken.Answer,
        taken.Refusal is null ? null : reasons.Word(taken.Refusal));
}

/// <summary>The same as it is stored.</summary>
internal sealed record TakenMessage
{
    public int Number { get; init; }
    public long? Sequence { get; init; }
    public LineMessageKind Kind { get; init; }
    public string By { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public LineAnswer? Answer { get; init; }
    public Refusal? Refusal { get; init; }
}
