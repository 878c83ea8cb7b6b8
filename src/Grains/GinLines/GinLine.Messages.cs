using Suyuan.Common;

namespace Suyuan.GinLines;

/// <summary>GL5: every message has an identity, is judged once and answered alike for ever.</summary>
public sealed partial record GinLine
{
    /// <summary>The ledgers' part of the last write is in its tables; the next write carries only its own.</summary>
    internal GinLine Settled() => this with { Events = [], Pressed = [], Movements = [] };

    /// <summary>The earlier answer to a repeated message; null when the message is new.</summary>
    internal Result<LineAnswer>? Earlier(LineMessage message, LineEvent? earlier)
    {
        if (earlier is null) return null;
        if (earlier.Content == message.Content && earlier.Kind == message.Kind) return earlier.Outcome;

        // A refused message moved nothing: its collector may correct it under the same number, as long as nothing came after it.
        if (earlier.Refusal is not null && message.Identity.Sequence == LastSequence) return null;
        return GinLineRefusals.ExistsWithDifferentContent(earlier.Identity);
    }

    /// <summary>Takes a new message: the decision's outcome, answer or refusal, becomes an event under the message's identity.</summary>
    internal Result<GinLine> Take(
        LineMessage message, DateTimeOffset now, Func<GinLine, Result<GinLine>> decision, Func<GinLine, LineAnswer> answer)
    {
        if (WhyOutOfTurn(message.Identity) is { } outOfTurn) return outOfTurn;

        var turn = Settled() with { Revision = Revision + 1, LastSequence = message.Identity.Sequence ?? LastSequence };
        var decided = decision(turn);

        // A person's refused call leaves no trace; a device's keeps its number, so that the messages behind it are no gap.
        if (decided.Refused && message.Identity.Sequence is null) return decided.Refusal;

        var after = decided.Refused ? turn : decided.Value;
        var taken = new LineEvent
        {
            Number = after.Revision,
            Sequence = message.Identity.Sequence,
            Key = message.Identity.Key,
            Kind = message.Kind,
            Content = message.Content,
            By = message.By.Account,
            At = now,
            Answer = decided.Refused ? null : answer(after) with { LastSequence = after.LastSequence, InWork = after.InWork?.Card },
            Refusal = decided.Refusal,
        };
        return after with { Events = after.Events.Add(taken) };
    }

    private Refusal? WhyOutOfTurn(MessageIdentity identity)
    {
        if (identity.Sequence is not { } sequence) return identity.Key is null ? GinLineRefusals.SequenceRequired : null;
        var corrects = sequence == LastSequence && Last is { Refusal: not null } && Last.Sequence == sequence;
        return sequence == LastSequence + 1 || corrects ? null : GinLineRefusals.SequenceGap(LastSequence + 1, sequence);
    }
}
