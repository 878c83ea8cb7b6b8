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
    private readonly Dictionary<MessageIdentity, LineEvent> events = [];
    private int serial;

    public GivenLine(CollectorModel model = CollectorModel.VI)
    {
        var registered = new GinLine().Register(new(Device, new(Gin, 1), model), Policy);
        Line = registered.Value;
    }

    public GinLine Line { get; private set; }

    public SeasonPolicy Season { get; set; } = Policy;

    /// <summary>The node's clock.</summary>
    public DateTimeOffset At { get; set; } = Now;

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
        if (card is not null) cards[card.Card] = card;
        return Take(ScanOf(number ?? card!.Card, delayBales));
    }

    public LineCommand ScanOf(CardNumber card, int? delayBales, long? sequence = null) =>
        new() { Identity = Next(sequence), Kind = LineMessageKind.Scan, Card = card, DelayBales = delayBales };

    public Result<LineAnswer> Press(decimal grossKg = 226.4m, decimal regainPct = 8.5m, PressedBale? bale = null, BaleView? existing = null) =>
        Take(PressOf(bale ?? Bale(grossKg, regainPct)), existing: existing);

    public LineCommand PressOf(PressedBale bale, long? sequence = null) =>
        new() { Identity = Next(sequence), Kind = LineMessageKind.Bale, Bale = bale };

    public PressedBale Bale(decimal grossKg = 226.4m, decimal regainPct = 8.5m, string? barcode = null) => new()
    {
        Barcode = new(barcode ?? $"3265001261001122155000{Sequence:0000}{Sequence:000000}"),
        GrossKg = new(grossKg),
        RegainPct = regainPct,
        PressedAt = Now,
    };

    public Result<LineAnswer> Finish() => Take(FinishOf());

    public LineCommand FinishOf(MessageIdentity? identity = null) => new() { Identity = identity ?? Next(), Kind = LineMessageKind.Finish };

    public Result<LineAnswer> Reopen(TraceCardView card, Caller? by = null)
    {
        cards[card.Card] = card;
        return Take(new() { Identity = Next(), Kind = LineMessageKind.Reopen, Card = card.Card }, by ?? Verifier);
    }

    /// <summary>A turn of its own for the message.</summary>
    public Result<LineAnswer> Take(LineCommand command, Caller? by = null, BaleView? existing = null)
    {
        Line = Line.Begin();
        return Add(command, by, existing);
    }

    /// <summary>The message joins the turn under way.</summary>
    public Result<LineAnswer> Add(LineCommand command, Caller? by = null, BaleView? existing = null)
    {
        var facts = new LineFacts
        {
            Now = At,
            Policy = Season,
            Cards = cards.ToDictionary(card => card.Key, TraceCardView? (card) => card.Value),
            Bales = existing is null ? new Dictionary<BaleBarcode, BaleView>() : new() { [existing.Barcode] = existing },
            Earlier = events.ToDictionary(),
        };
        var before = Line.Events.Length;
        var turn = Line.Take(LineMessage.Of(by ?? Device, command), facts);
        Line = turn.Line;
        if (Line.Events.Length > before) events[command.Identity] = Line.Events[^1];
        Sequence = Line.LastSequence;
        return turn.Reply.Outcome;
    }

    /// <summary>Changes a fact of the world: the card as the line would find it when it looks again.</summary>
    public void Now_is(TraceCardView card) => cards[card.Card] = card;

    private MessageIdentity Next(long? sequence = null) => new(sequence ?? Sequence + 1, null);
}
