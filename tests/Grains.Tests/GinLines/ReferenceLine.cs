using Suyuan.Accounts;
using Suyuan.Bales;
using Suyuan.TraceCards;

namespace Suyuan.GinLines.Tests;

/// <summary>The gin line once more, as cotton.md tells it and as simply as it can be told: one message after the other, in plain lists.</summary>
internal sealed class ReferenceLine(GivenGinDay day)
{
    private const int LargestDelay = 3;
    private static readonly MessageIdentity Nobody = new(null, null);
    private readonly Dictionary<MessageIdentity, (LineCommand Message, Said Answer)> said = [];
    private readonly Dictionary<BaleBarcode, (PressedBale Bale, Said Answer, bool Delayed)> pressed = [];

    public CollectorModel Model { get; private set; } = CollectorModel.VI;
    public List<ReferenceCard> Queue { get; } = [];
    public HashSet<string> Processing { get; } = ["c"];
    public bool LastTraced { get; private set; }
    public long Last { get; private set; }
    public int Bales => pressed.Count;
    private ReferenceCard? InWork => Queue.FirstOrDefault();
    private int Limit => Model switch { CollectorModel.IV => 2, CollectorModel.V => 3, _ => 4 };

    public string? Switch(CollectorModel model)
    {
        var before = Model;
        Model = model;
        if (Queue.Count <= Limit) return null;
        Model = before;
        return "gin-line/queue-exceeds-model";
    }

    public Said Take(LineCommand message, Caller by)
    {
        var words = message with { Identity = Nobody };
        var number = message.Identity.Sequence;
        if (said.TryGetValue(message.Identity, out var earlier))
        {
            if (earlier.Message == words) return earlier.Answer;
            if (earlier.Answer.Refused is null || number != Last) return new("gin-line/exists-with-different-content");
        }
        else if (number is not null && number != Last + 1)
        {
            return new("gin-line/sequence-gap");
        }

        Last = number ?? Last;
        var answer = Judge(message, by);
        if (answer.Refused is null) answer = answer with { LastSequence = Last, InWork = InWork?.Number };
        if (answer.Refused is null || number is not null) said[message.Identity] = (words, answer);
        return answer;
    }

    private Said Judge(LineCommand message, Caller by) => message.Kind switch
    {
        LineMessageKind.Scan => Scan(day.Find(message.Card), message.DelayBales),
        LineMessageKind.Reopen => by.Role == Role.GinVerifier ? Reopen(day.Find(message.Card)) : new("gin-line/verifier-required"),
        LineMessageKind.Bale => Press(message.Bale!),
        _ => Finish(),
    };

    private Said Scan(ReferenceCard? card, int? delay)
    {
        if (card is null || !card.Known || Model != CollectorModel.VI && card is { State: "fresh", ExportedTo: not 1 }) return new("gin-line/card-unknown");
        if (card.State is "auto" or "manual" || card.Processed >= card.Quota) return new("gin-line/card-finished");
        if (card.Quota is null) return new("trace-card/quota-unknown");
        if (card.State == "elsewhere" || card is { State: "fresh", ExportedTo: 2 }) return new("trace-card/on-another-line");
        var asks = Queue.Count == 0 && !LastTraced;
        if (asks && delay is null) return new("gin-line/delay-required");
        if (delay is < 0 or > LargestDelay) return new("gin-line/delay-out-of-range");
        if (InWork == card) return new("gin-line/card-in-work");
        return Queue.Contains(card) ? new("gin-line/card-already-queued") : Append(card, asks ? delay!.Value : 0);
    }

    private Said Finish()
    {
        if (InWork is not { } card) return new("gin-line/nothing-in-work");
        Leave(card, "manual");
        return new() { Card = card.Number, Processed = card.Processed, Finished = true };
    }

    private Said Reopen(ReferenceCard? card)
    {
        if (card is null || !card.Known) return new("gin-line/card-unknown");
        if (card.State == "auto" || card.Processed >= card.Quota) return new("gin-line/card-complete");
        return card.State == "manual" ? Append(card, 0) : new("gin-line/card-not-finished");
    }

    private Said Append(ReferenceCard card, int delay)
    {
        if (Queue.Count >= Limit) return new("gin-line/queue-full");
        (card.State, card.Delay) = ("here", delay);
        Queue.Add(card);
        return new() { Card = card.Number, Position = Queue.Count, Delay = delay, Processed = card.Processed };
    }

    private Said Press(PressedBale bale)
    {
        if (bale.GrossKg.Value > 1_000 || bale.GrossKg.Value <= 1.4m) return new("bale/impossible-weight");
        if (bale.RegainPct > 50) return new("bale/impossible-percentage");
        if (bale.Barcode.Value[2..7] != "65001") return new("bale/wrong-gin");
        if (bale.Barcode.Value[7..13] != "261001") return new("bale/wrong-date");
        if (bale.Barcode == GivenGinDay.OthersBale) return new("bale/exists-with-different-content");
        if (pressed.TryGetValue(bale.Barcode, out var known))
        {
            return known.Bale == bale
                ? known.Answer with { Delay = known.Delayed ? InWork?.Delay : null, Processed = null, Finished = null, Overshoot = null }
                : new("bale/exists-with-different-content");
        }

        while (InWork is { Bales: 0, Delay: 0 } withdrawn && !withdrawn.Known) Leave(withdrawn, "fresh");
        var card = InWork;
        LastTraced = card is { Delay: 0 };
        Said answer = new() { Barcode = bale.Barcode, Traced = LastTraced, Warned = bale.GrossKg.Value is < 217 or > 237 || bale.RegainPct > 10 };
        if (card is { Delay: > 0 }) answer = answer with { Delay = --card.Delay };
        if (LastTraced) answer = Count(card!, bale, answer);
        pressed[bale.Barcode] = (bale, answer, card is not null && !LastTraced);
        return answer;
    }

    private Said Count(ReferenceCard card, PressedBale bale, Said answer)
    {
        card.Bales++;
        card.Processed += Math.Round((bale.GrossKg.Value - 1.4m) * 108.5m / (100 + bale.RegainPct), 3, MidpointRounding.AwayFromZero);
        Processing.Add(card.Unit);
        answer = answer with { Card = card.Number, Processed = card.Processed };
        if (card.Processed < card.Quota) return answer;
        Leave(card, "auto");
        return answer with { Finished = true, Overshoot = card.Processed - card.Quota };
    }

    private void Leave(ReferenceCard card, string state)
    {
        Queue.Remove(card);
        card.State = state;
    }
}
