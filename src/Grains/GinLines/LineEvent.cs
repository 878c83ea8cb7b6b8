using System.Text.Json.Serialization;
using Suyuan.Common;

namespace Suyuan.GinLines;

/// <summary>One message that the line took, with its answer: the line's history, chained by hash in line_events.</summary>
[GenerateSerializer, Immutable, Alias("line-event")]
public sealed record LineEvent
{
    [Id(0)] public long? Sequence { get; init; }
    [Id(1)] public string? Key { get; init; }
    [Id(2)] public LineMessageKind Kind { get; init; }

    /// <summary>The message in one line of text; a repeat must say the same.</summary>
    [Id(3)] public string Content { get; init; } = "";

    [Id(4)] public string By { get; init; } = "";
    [Id(5)] public DateTimeOffset At { get; init; }
    [Id(6)] public LineAnswer? Answer { get; init; }
    [Id(7)] public Refusal? Refusal { get; init; }

    /// <summary>The line's revision that the message made.</summary>
    [Id(8)] public int Number { get; init; }

    [JsonIgnore] public Result<LineAnswer> Outcome => Refusal is null ? Answer! : Refusal;

    [JsonIgnore] public string Identity => Key ?? $"{Sequence}";

    public bool Is(MessageIdentity identity) => identity.Key is null ? Sequence == identity.Sequence : Key == identity.Key;
}
