using Suyuan.Common;

namespace Suyuan.GinLines;

/// <summary>The line after a message, and what it replies to it.</summary>
internal sealed record LineTurn(GinLine Line, LineReply Reply)
{
    public static LineTurn Of(GinLine line, MessageIdentity identity, Result<LineAnswer> outcome) =>
        new(line, new(identity, outcome.Refused ? null : outcome.Value, outcome.Refusal));
}

/// <summary>What a message makes of the line, before it becomes an event: a refusal leaves the line as it was.</summary>
internal sealed record LineJudgement(GinLine Line, Result<LineAnswer> Outcome);
