using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.TraceCards;

namespace Suyuan.GinLines;

/// <summary>GL5: every message has an identity, is judged once and answered alike for ever.</summary>
public sealed partial record GinLine
{
    /// <summary>A new turn: what the last write added is in the ledgers, the next write carries only its own.</summary>
    internal GinLine Begin() => this with { Events = [], Pressed = [], Movements = [] };

    /// <summary>Judges one message of the turn. What the turn adds stays with the line until it is written.</summary>
    internal LineTurn Take(LineMessage message, LineFacts facts)
    {
        var identity = message.Identity;
        var earlier = TakenInThisTurn(identity) ?? facts.Earlier.GetValueOrDefault(identity);
        if (earlier is not null && earlier.Content == message.Content && earlier.Kind == message.Kind)
            return LineTurn.Of(this, identity, earlier.Outcome);
        if (WhyOutOfTurn(identity, earlier) is { } outOfTurn) return LineTurn.Of(this, identity, outOfTurn);

        var numbered = this with { Revision = Revision + 1, LastSequence = identity.Sequence ?? LastSequence };
        var judged = numbered.Judge(message, facts);

        // A person's refused call leaves no trace; a device's keeps its number, so that the messages behind it are no gap.
        if (judged.Outcome.Refused && identity.Sequence is null) return LineTurn.Of(this, identity, judged.Outcome);

        var line = judged.Outcome.Refused ? numbered : judged.Line;
        var answer = judged.Outcome.Refused
            ? null
            : judged.Outcome.Value with { LastSequence = line.LastSequence, InWork = line.InWork?.Card };
        var taken = new LineEvent
        {
            Number = line.Revision,
            Sequence = identity.Sequence,
            Key = identity.Key,
            Kind = message.Kind,
            Content = message.Content,
            By = message.By.Account,
            At = facts.Now,
            Answer = answer,
            Refusal = judged.Outcome.Refusal,
        };
        return LineTurn.Of(line with { Events = line.Events.Add(taken) }, identity, taken.Outcome);
    }

    /// <summary>Cards whose fresh state the message's judgement rests on.</summary>
    internal IEnumerable<CardNumber> CardsAskedFor(LineCommand command) => command switch
    {
        { Fault: not null } => [],
        { Card: { } card } => [card],
        { Kind: LineMessageKind.Bale } when NeedsCardFacts => Queue.Where(card => !card.Started).Select(card => card.Card),
        _ => [],
    };

    private LineJudgement Judge(LineMessage message, LineFacts facts) => message.Command switch
    {
        { Fault: { } fault } => new(this, fault),
        { Kind: LineMessageKind.Scan, Card: { } card } command => Scan(card, command.DelayBales, facts),
        { Kind: LineMessageKind.Bale, Bale: { } bale } => Press(bale, facts),
        { Kind: LineMessageKind.Finish } => Finish(),
        { Kind: LineMessageKind.Reopen, Card: { } card } => Reopen(card, message.By, facts),
        _ => throw new InvalidOperationException($"A {message.Kind} message lacks what it is about."),
    };

    private Refusal? WhyOutOfTurn(MessageIdentity identity, LineEvent? earlier)
    {
        if (identity.Sequence is null && identity.Key is null) return GinLineRefusals.SequenceRequired;
        if (earlier is not null)
        {
            // A refused message moved nothing: its collector may correct it under the same number, as long as nothing came after it.
            return earlier.Refusal is not null && identity.Sequence == LastSequence
                ? null
                : GinLineRefusals.ExistsWithDifferentContent(earlier.Identity);
        }

        return identity.Sequence is not { } sequence || sequence == LastSequence + 1
            ? null
            : GinLineRefusals.SequenceGap(LastSequence + 1, sequence);
    }

    private LineEvent? TakenInThisTurn(MessageIdentity identity) =>
        identity.Sequence > LastSequence ? null : Events.LastOrDefault(taken => taken.Is(identity));

    /// <summary>The card as it is known, moved on by what this turn did with it.</summary>
    private TraceCardView? Seen(CardNumber number, LineFacts facts)
    {
        if (facts.Cards.GetValueOrDefault(number) is not { } card) return null;
        return Movements.LastOrDefault(move => move.Card == number) is { } moved ? moved.Applied(card, Number) : card;
    }
}
