using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Seasons;
using Suyuan.TraceUnits;
using Suyuan.WeighTickets;

namespace Suyuan.TraceCards.Tests;

public sealed class ChipTests
{
    private static readonly GinCode Gin = new("65001");
    private static readonly Caller Ginner = new("qts65001", Role.Ginner, "65001");
    private static readonly ChipCode Chip = ChipCode.Parse("e2801160600002054e4b1a2c", null);
    private static readonly ChipCode Other = ChipCode.Parse("E2801160600002054E4B1A2D", null);
    private static readonly TakenChip Taken = new() { Chip = Chip, Card = CardNumber.Create(Gin, 2026, 7, ModuleType.Round, 0) };

    private static readonly PrintTraceCard Print = new()
    {
        By = Ginner,
        Gin = Gin,
        Ticket = new("T1"),
        PrintId = "p1",
        ModuleType = ModuleType.Round,
        Chips = [Chip, Chip],
    };

    private static readonly PrintFacts Facts = new()
    {
        Now = new DateTimeOffset(2026, 10, 1, 9, 0, 0, ChinaTime.Offset),
        Ticket = new() { Gin = Gin, Ticket = new("T1"), Season = new(2026), FilmCount = 2, Revision = 1 },
        Units = [new() { Id = "unit-a", State = TraceUnitState.Approved }],
        SeasonClosed = false,
        Serial = new() { Serial = 1, Random = 1 },
    };

    private static TraceCard Printed => new TraceCard().Print(Print, Facts).Value;

    private static CardFacts Known(CardProgress? progress = null, bool closed = false) =>
        new() { Now = Facts.Now, Season = new() { Season = new(2026), Closed = closed }, Progress = progress };

    private static Result<TraceCard> Set(ImmutableArray<ChipCode> chips, CardFacts? facts = null, TakenChip? taken = null) =>
        Printed.SetChips(new(Ginner, Printed.Number, chips), facts ?? Known(), taken);

    [Theory]
    [InlineData("E2801160600002054E4B1A2C", true)]
    [InlineData("E2801160600002054E4B1A2", false)]
    [InlineData("E2801160600002054E4B1A2G", false)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012", true)]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234", false)]
    public void An_EPC_has_24_to_62_hexadecimal_digits_CD1(string text, bool valid) =>
        Assert.Equal(valid, ChipCode.TryParse(text, null, out _));

    [Fact]
    public void Chips_are_named_when_printing_each_once_CD1()
    {
        Assert.Equal(Chip, Assert.Single(Printed.Chips));
        Assert.Equal("E2801160600002054E4B1A2C", Printed.Chips[0].Value);
        Refused.With(TraceCardRefusals.ExistsWithDifferentContent("p1"), Printed.Print(Print with { Chips = [Other] }, null));
        var printed = Printed;
        Assert.Same(printed, printed.Print(Print with { Chips = [] }, null).Value);
    }

    [Fact]
    public void A_chip_of_another_card_is_taken_CD1()
    {
        Refused.With(TraceCardRefusals.ChipTaken(Chip, Taken.Card), new TraceCard().Print(Print, Facts with { TakenChip = Taken }));
        Refused.With(TraceCardRefusals.ChipTaken(Chip, Taken.Card), Set([Chip, Other], taken: Taken));
    }

    [Fact]
    public void Chips_are_named_anew_until_the_first_bale_CD1()
    {
        Assert.Equal(Other, Assert.Single(Set([Other]).Value.Chips));
        Assert.False(Set([Other], Known(new() { State = CardState.Queued, Line = 1 })).Refused);
        Refused.With(
            TraceCardRefusals.ChipsFixed(Printed.Number, CardState.InWork), Set([Other], Known(new() { State = CardState.InWork, Line = 1, Bales = 1 })));
        Refused.With(
            TraceCardRefusals.ChipsFixed(Printed.Number, CardState.FinishedManual), Set([Other], Known(new() { State = CardState.FinishedManual })));
        var voided = Printed.Void(new(Ginner, Printed.Number), Known()).Value;
        Refused.With(TraceCardRefusals.ChipsFixed(Printed.Number, CardState.Voided), voided.SetChips(new(Ginner, Printed.Number, [Other]), Known(), null));
    }

    [Fact]
    public void Chips_of_another_card_too_many_or_of_a_closed_season_are_refused_CD1()
    {
        Refused.With(SharedRefusals.NotFound("trace-card"), Printed.SetChips(new(Ginner, Taken.Card, [Other]), Known(), null));
        Refused.With(SeasonRefusals.Closed(new(2026)), Set([Other], Known(closed: true)));
        var many = Enumerable.Range(0, 501).Select(chip => ChipCode.Parse($"{chip:X24}", null)).ToImmutableArray();
        Refused.With(TraceCardRefusals.ImpossibleQuantity(501, 500), Set(many));
    }

    [Fact]
    public void A_withdrawn_ticket_makes_no_card_WT4()
    {
        var withdrawn = Facts with { Ticket = Facts.Ticket with { Withdrawal = new("qts65001", Facts.Now, "重复录入") } };
        Refused.With(WeighTicketRefusals.Withdrawn, new TraceCard().Print(Print, withdrawn));
    }
}
