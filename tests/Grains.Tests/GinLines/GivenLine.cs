using Suyuan.Accounts;
using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.Seasons;
using Suyuan.TraceCards;
using Suyuan.WeighTickets;

namespace Suyuan.GinLines.Tests;

/// <summary>A gin line driven through its public decisions, as its grain drives it.</summary>
internal sealed class GivenLine
{
    public static readonly GinCode Gin = new("65001");
    public static readonly Caller Device = new("65001-1", Role.Collector, "65001");
    public static readonly Caller Verifier = new("qts65001-v", Role.GinVerifier, "65001");
    public static readonly DateTimeOffset Now = new(2026, 10, 1, 9, 0, 0, ChinaTime.Offset);
    public static readonly SeasonPolicy Policy = new() { Season = new(2026) };
    private readonly Dictionary<CardNumber, TraceCardView> cards = [];
    private int serial;

    public GivenLine(CollectorModel model = CollectorModel.VI)
    {
        var registered = new GinLine().Register(new(Device, new(Gin, 1), model), Policy);
        Line = registered.Value;
    }

    public GinLine Line { get; private set; }

    public long Sequence { get; private set; }

    /// <summary>A card that the line may scan, printed and, for IV and V, exported to it.</summary>
    public TraceCardView Card(decimal quotaKg = 1_000, CardState state = CardState.Printed, int? line = null)
    {
        serial++;
        var card = new TraceCardView
        {
            Card = CardNumber.Create(Gin, 2026, serial, ModuleType.Round, 7),
            Gin = Gin,
            Ticket = new($"T{serial}"),
            Season = Policy.Season,
            State = state,
            Unit = "unit-a",
            UnitName = "甲单元",
            UnitApproved = true,
            QuotaKg = new(quotaKg),
            Line = line,
        };
        cards[card.Card] = card;
        return card;
    }

    public Result<LineAnswer> Scan(TraceCardView? card, int? delayBales = null, CardNumber? number = null)
    {
        var scan = new ScanCard(Device, Next(), number ?? card!.Card, delayBales);
        return Take(
            LineMessage.Of(scan),
            line => line.Scan(scan, card, Policy),
            line => LineAnswers.ToScan(line, scan.Card, Policy.KilogramsPerBale));
    }

    public Result<LineAnswer> Press(decimal grossKg = 226.4m, decimal regainPct = 8.5m, PressBale? bale = null, BaleView? existing = null)
    {
        bale ??= Bale(grossKg, regainPct);
        var facts = new PressFacts { Policy = Policy, Cards = cards, Existing = existing };
        return Take(LineMessage.Of(bale), line => line.Press(bale, facts), line => line.AnswerTo(bale, existing));
    }

    public PressBale Bale(decimal grossKg = 226.4m, decimal regainPct = 8.5m, string? barcode = null) => new()
    {
        By = Device,
        Identity = Next(),
        Barcode = new(barcode ?? $"3265001261001122155000{Sequence:0000}{Sequence:000000}"),
        GrossKg = new(grossKg),
        RegainPct = regainPct,
        PressedAt = Now,
    };

    public Result<LineAnswer> Finish()
    {
        var finish = new FinishCard(Device, Next());
        var card = Line.InWork;
        return Take(LineMessage.Of(finish), line => line.Finish(), _ => LineAnswers.ToFinish(card!));
    }

    public Result<LineAnswer> Reopen(TraceCardView card, Caller? by = null)
    {
        var reopen = new ReopenCard(by ?? Verifier, Next(), card.Card);
        return Take(
            LineMessage.Of(reopen),
            line => line.Reopen(reopen, card, Policy),
            line => LineAnswers.ToScan(line, card.Card, Policy.KilogramsPerBale));
    }

    public Result<GinLine> TakeRaw(LineMessage message) =>
        Line.Take(message, Now, line => line, _ => new() { Kind = message.Kind });

    /// <summary>Changes a fact of the world: the card as the line would find it when it looks again.</summary>
    public void Now_is(TraceCardView card) => cards[card.Card] = card;

    private MessageIdentity Next() => new(Sequence + 1, null);

    private Result<LineAnswer> Take(LineMessage message, Func<GinLine, Result<GinLine>> decision, Func<GinLine, LineAnswer> answer)
    {
        var taken = Line.Take(message, Now, decision, answer);
        if (taken.Refused) return taken.Refusal;
        Line = taken.Value;
        Sequence = Line.LastSequence;
        return Line.Last!.Outcome;
    }
}
