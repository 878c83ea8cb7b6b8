using System.Collections.Immutable;
using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.GinLines;

/// <summary>GL2, GL3: bales belong to the card in work once its delay is over, until the card's weight is reached.</summary>
public sealed partial record GinLine
{
    private LineJudgement Press(PressedBale bale, LineFacts facts)
    {
        if (BaleContent.Fault(bale, Gin) is { } fault) return new(this, fault);
        var existing = facts.Bales.GetValueOrDefault(bale.Barcode) ?? Pressed.FirstOrDefault(pressed => pressed.Barcode == bale.Barcode);
        if (existing is not null) return Repeated(bale, existing);

        var line = WithoutWithdrawn(facts.Cards);
        var pressed = line.InWork switch
        {
            null => line.ViewOf(bale, facts),
            { DelayLeft: > 0 } delayed => line.ViewOf(bale, facts) with { DelayOf = delayed.Card },
            { } card => line.ViewOf(bale, facts) with { Card = card.Card, Unit = card.Unit },
        };
        line = line with
        {
            Bales = line.Bales + 1,
            LastBale = new(bale.Barcode.Value, pressed.Traced, bale.GrossKg, bale.PressedAt),
            Pressed = line.Pressed.Add(pressed),
        };
        line = pressed.Traced ? line.Count(pressed, facts.Cards) : line.CountDelay();
        return new(line, line.AnswerTo(pressed, line.Movements.LastOrDefault(move => move.Card == pressed.Card)));
    }

    /// <summary>True when the next bale would be its card's first, so that the cards' facts must be fresh.</summary>
    internal bool NeedsCardFacts => InWork is { Started: false, DelayLeft: 0 };

    /// <summary>Cards whose unit lost its approval, or that were voided, before their first bale leave the line.</summary>
    private GinLine WithoutWithdrawn(IReadOnlyDictionary<CardNumber, TraceCardView?> cards)
    {
        if (!NeedsCardFacts) return this;
        var line = this;
        while (line.InWork is { Started: false } head && cards.TryGetValue(head.Card, out var card) && !Usable(card))
            line = (line with { Queue = line.Queue.RemoveAt(0) }).Moved(CardMovement.Of(head, CardMove.Withdrawn));
        return ReferenceEquals(line, this) ? this : line.StartNext();
    }

    private static bool Usable(TraceCardView? card) => card is { UnitApproved: true, QuotaKg: not null } && card.State != CardState.Voided;

    private GinLine Count(BaleView pressed, IReadOnlyDictionary<CardNumber, TraceCardView?> cards)
    {
        var card = InWork!;
        var quota = !card.Started && cards.GetValueOrDefault(card.Card) is { QuotaKg: { } fresh } ? fresh : card.QuotaKg;
        var counted = card with { QuotaKg = quota, ProcessedKg = card.ProcessedKg + pressed.ProcessedKg, Bales = card.Bales + 1 };
        if (!counted.Complete) return (this with { Queue = Queue.SetItem(0, counted) }).Moved(Movement(CardMove.InWork));

        // Bales are indivisible: the one that crosses the quota belongs whole to the old card.
        return (this with { Queue = Queue.RemoveAt(0) }).Moved(Movement(CardMove.FinishedAuto)).StartNext();

        CardMovement Movement(CardMove move) => CardMovement.Of(counted, move) with { Begins = !card.Started };
    }

    private GinLine CountDelay() =>
        InWork is { DelayLeft: > 0 } card ? this with { Queue = Queue.SetItem(0, card with { DelayLeft = card.DelayLeft - 1 }) } : this;

    private LineJudgement Repeated(PressedBale bale, BaleView existing) =>
        existing.Gin == Gin && existing.Line == Number && BaleContent.Same(bale, existing)
            ? new(this, AnswerTo(existing, null))
            : new(this, BaleRefusals.ExistsWithDifferentContent(bale.Barcode));

    private BaleView ViewOf(PressedBale bale, LineFacts facts) => new()
    {
        Barcode = bale.Barcode,
        Gin = Gin,
        Line = Number,
        Season = facts.Policy.Season,
        GrossKg = bale.GrossKg,
        TareKg = bale.TareKg,
        NetKg = bale.GrossKg - bale.TareKg,
        RegainPct = bale.RegainPct,
        ImpurityPct = bale.ImpurityPct,
        PressedAt = bale.PressedAt,
        ProcessedKg = BaleContent.ProcessedKg(bale, facts.Policy),
        Warnings = BaleContent.WarningsOf(bale, facts.Policy, facts.Now),
    };

    /// <summary>A bale that comes again moves no card: what the card's figures were is in the answer to its first coming.</summary>
    private LineAnswer AnswerTo(BaleView pressed, CardMovement? movement) => new()
    {
        Kind = LineMessageKind.Bale,
        Barcode = pressed.Barcode,
        Traced = pressed.Traced,
        Card = pressed.Card,
        DelayBales = pressed.DelayOf is null ? null : InWork?.DelayLeft,
        QuotaKg = movement?.QuotaKg,
        ProcessedKg = movement?.ProcessedKg,
        Finished = movement?.Move == CardMove.FinishedAuto ? true : null,
        OvershootKg = movement?.OvershootKg,
        Warnings = pressed.Warnings,
    };
}
