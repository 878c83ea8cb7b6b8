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
    internal Result<GinLine> Press(PressBale bale, PressFacts facts)
    {
        if (BaleContent.Fault(bale, Gin) is { } fault) return fault;
        if (facts.Existing is { } existing) return Repeated(bale, existing);

        var line = WithoutWithdrawn(facts.Cards);
        var pressed = line.InWork switch
        {
            null => line.ViewOf(bale, facts),
            { DelayLeft: > 0 } delayed => line.ViewOf(bale, facts) with { DelayOf = delayed.Card },
            { } card => line.ViewOf(bale, facts) with { Card = card.Card, Unit = card.Unit },
        };
        var recorded = line with
        {
            Bales = line.Bales + 1,
            LastBale = new(bale.Barcode.Value, pressed.Traced, bale.GrossKg, bale.PressedAt),
            Pressed = line.Pressed.Add(pressed),
        };
        return pressed.Traced ? recorded.Count(pressed, facts.Cards) : recorded.CountDelay();
    }

    /// <summary>True when the next bale would be its card's first, so that the cards' facts must be fresh.</summary>
    internal bool NeedsCardFacts => InWork is { Started: false, DelayLeft: 0 };

    /// <summary>Cards whose unit lost its approval, or that were voided, before their first bale leave the line.</summary>
    private GinLine WithoutWithdrawn(IReadOnlyDictionary<CardNumber, TraceCardView> cards)
    {
        if (!NeedsCardFacts) return this;
        var line = this;
        while (line.InWork is { Started: false } head && cards.TryGetValue(head.Card, out var card) && Usable(card) is false)
            line = line with { Queue = line.Queue.RemoveAt(0), Movements = line.Movements.Add(CardMovement.Of(head, CardMove.Withdrawn)) };
        return ReferenceEquals(line, this) ? this : line.StartNext();
    }

    private static bool Usable(TraceCardView card) => card is { UnitApproved: true, QuotaKg: not null } && card.State != CardState.Voided;

    private GinLine Count(BaleView pressed, IReadOnlyDictionary<CardNumber, TraceCardView> cards)
    {
        var card = InWork!;
        var quota = !card.Started && cards.TryGetValue(card.Card, out var fresh) ? fresh.QuotaKg!.Value : card.QuotaKg;
        var counted = card with { QuotaKg = quota, ProcessedKg = card.ProcessedKg + pressed.ProcessedKg, Bales = card.Bales + 1 };
        if (!counted.Complete)
            return this with { Queue = Queue.SetItem(0, counted), Movements = Movements.Add(CardMovement.Of(counted, CardMove.InWork)) };

        // Bales are indivisible: the one that crosses the quota belongs whole to the old card.
        var ended = this with { Queue = Queue.RemoveAt(0), Movements = Movements.Add(CardMovement.Of(counted, CardMove.FinishedAuto)) };
        return ended.StartNext();
    }

    private GinLine CountDelay() =>
        InWork is { DelayLeft: > 0 } card ? this with { Queue = Queue.SetItem(0, card with { DelayLeft = card.DelayLeft - 1 }) } : this;

    private Result<GinLine> Repeated(PressBale bale, BaleView existing) =>
        existing.Gin == Gin && existing.Line == Number && BaleContent.Same(bale, existing)
            ? this
            : BaleRefusals.ExistsWithDifferentContent(bale.Barcode);

    private BaleView ViewOf(PressBale bale, PressFacts facts) => new()
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
        Warnings = BaleContent.WarningsOf(bale),
    };

    /// <summary>The answer to a bale: from the record when it was pressed before, otherwise from what was just decided.</summary>
    internal LineAnswer AnswerTo(PressBale bale, BaleView? existing)
    {
        var pressed = existing ?? Pressed[^1];
        var movement = Movements.LastOrDefault(move => move.Card == pressed.Card);
        return new()
        {
            Kind = LineMessageKind.Bale,
            Barcode = bale.Barcode,
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
}
