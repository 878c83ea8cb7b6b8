using System.Globalization;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Measures;
using Suyuan.Seasons;
using Suyuan.TraceUnits;
using Suyuan.WeighTickets;

namespace Suyuan.TraceCards.Tests;

public sealed class TraceCardTests
{
    private static readonly GinCode Gin = new("65001");
    private static readonly Caller Ginner = new("qts65001", Role.Ginner, "65001");
    private static readonly DateTimeOffset Now = new(2026, 10, 1, 9, 0, 0, ChinaTime.Offset);

    private static readonly WeighTicketView Ticket = new()
    {
        Gin = Gin,
        Ticket = new("T1"),
        Season = new(2026),
        Grower = "h1",
        GrowerMaskedName = "张*",
        NetKg = new(2_500),
        QuotaKg = new(975),
        FilmCount = 4,
        Revision = 2,
    };

    private static readonly TraceUnitView Unit = new() { Id = "unit-a", Name = "甲单元", State = TraceUnitState.Approved };

    private static PrintTraceCard Print(string printId = "p1", int? filmCount = null, int copies = 1) => new()
    {
        By = Ginner,
        Gin = Gin,
        Ticket = Ticket.Ticket,
        PrintId = printId,
        ModuleType = ModuleType.Round,
        FilmCount = filmCount,
        Copies = copies,
    };

    private static PrintFacts Facts(WeighTicketView? ticket = null, params TraceUnitView[] units) => new()
    {
        Now = Now,
        Ticket = ticket ?? Ticket,
        Units = units.Length == 0 ? [Unit] : units,
        SeasonClosed = false,
        Serial = new() { Serial = 42, Random = 123 },
    };

    private static TraceCard Printed() => new TraceCard().Print(Print(), Facts()).Value;

    private static TraceCard Exported(int line = 1) =>
        Printed().Export(new(Ginner, new(Gin, line)), Ticket, Known()).Value;

    private static CardFacts Known(CardState? state = null) => new()
    {
        Now = Now,
        Season = new() { Season = new(2026) },
        Progress = state is { } known ? new() { State = known, Line = 1 } : null,
    };

    [Fact]
    public void The_number_tells_gin_year_serial_module_and_checks_itself_CD2()
    {
        var number = Printed().Number.Value;
        Assert.Equal("6500126000000421123", number[..19]);
        Assert.True(CardNumber.TryParse(number, null, out _));
        Assert.False(CardNumber.TryParse(number[..19] + (char)('0' + (number[19] - '0' + 1) % 10), null, out _));
    }

    [Fact]
    public void The_film_count_is_the_one_pushed_or_the_one_typed_CD1()
    {
        Assert.Equal(4, Printed().FilmCount);
        Assert.Equal(6, new TraceCard().Print(Print(filmCount: 6), Facts()).Value.FilmCount);
        var unpushed = Facts(Ticket with { FilmCount = null });
        Refused.With(TraceCardRefusals.FilmCountRequired, new TraceCard().Print(Print(), unpushed));
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(501, 1, 501)]
    [InlineData(100, 6, 600)]
    public void Labels_are_of_a_possible_number_CD1(int films, int copies, int quantity) =>
        Refused.With(TraceCardRefusals.ImpossibleQuantity(quantity, 500), new TraceCard().Print(Print(filmCount: films, copies: copies), Facts()));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_print_has_an_id_CD3(string printId) =>
        Refused.With(TraceCardRefusals.PrintIdRequired, new TraceCard().Print(Print(printId), Facts()));

    [Fact]
    public void The_same_print_id_prints_the_same_card_CD3()
    {
        var card = Printed();
        Assert.Same(card, card.Print(Print(), null).Value);
        Refused.With(TraceCardRefusals.ExistsWithDifferentContent("p1"), card.Print(Print(copies: 2), null));
    }

    [Fact]
    public void A_ticket_has_one_card_CD1()
    {
        var card = Printed();
        Refused.With(TraceCardRefusals.AlreadyPrinted(card.Number), card.Print(Print("p2"), null));
    }

    [Fact]
    public void Without_its_ticket_there_is_no_card_WT1() =>
        Refused.With(SharedRefusals.NotFound("weigh-ticket"), new TraceCard().Print(Print(), null));

    [Fact]
    public void A_late_ticket_makes_no_card_until_it_is_waived_WT5()
    {
        var late = Ticket with { Late = true };
        Refused.With(WeighTicketRefusals.Late, new TraceCard().Print(Print(), Facts(late)));
        Assert.False(new TraceCard().Print(Print(), Facts(late with { Waived = true })).Refused);
    }

    [Theory]
    [InlineData(TraceUnitState.Pending)]
    [InlineData(TraceUnitState.Rejected)]
    [InlineData(TraceUnitState.Dissolved)]
    public void Only_an_approved_unit_makes_a_card_WT6(TraceUnitState state) =>
        Refused.With(TraceCardRefusals.UnitNotApproved, new TraceCard().Print(Print(), Facts(null, Unit with { State = state })));

    [Fact]
    public void Plots_in_no_unit_or_in_two_make_no_card_WT6()
    {
        var none = Facts() with { Units = [] };
        Refused.With(TraceCardRefusals.UnitNotApproved, new TraceCard().Print(Print(), none));
        var two = Facts(null, Unit, Unit with { Id = "unit-b" });
        Refused.With(WeighTicketRefusals.PlotsOfTwoUnits, new TraceCard().Print(Print(), two));
    }

    [Fact]
    public void A_gross_only_ticket_may_be_printed_but_not_exported_CD6()
    {
        var grossOnly = Ticket with { NetKg = null, QuotaKg = null };
        var card = new TraceCard().Print(Print(), Facts(grossOnly)).Value;
        Refused.With(TraceCardRefusals.QuotaUnknown(card.Number), card.Export(new(Ginner, new(Gin, 1)), grossOnly, Known()));
    }

    [Fact]
    public void An_exported_card_belongs_to_that_line_s_file_CD4()
    {
        var card = Exported();
        Assert.Equal(CardState.Exported, card.State);
        Assert.Same(card, card.Export(new(Ginner, new(Gin, 1)), Ticket, Known()).Value);
        Refused.With(TraceCardRefusals.OnAnotherLine(card.Number, 1), card.Export(new(Ginner, new(Gin, 2)), Ticket, Known()));
    }

    [Theory]
    [InlineData(CardState.Queued)]
    [InlineData(CardState.InWork)]
    [InlineData(CardState.FinishedAuto)]
    [InlineData(CardState.FinishedManual)]
    public void What_a_line_took_is_neither_exported_nor_voided_CD4(CardState state)
    {
        var card = Printed();
        Refused.With(TraceCardRefusals.NotExportable(card.Number, state), card.Export(new(Ginner, new(Gin, 1)), Ticket, Known(state)));
        Refused.With(TraceCardRefusals.NotVoidable(card.Number, state), card.Void(new(Ginner, card.Number), Known(state)));
    }

    [Fact]
    public void A_voided_card_frees_its_ticket_for_a_new_number_CD4()
    {
        var voided = Exported().Void(new(Ginner, Printed().Number), Known()).Value;
        Assert.Equal(CardState.Voided, voided.State);
        var anew = voided.Print(Print("p2"), Facts() with { Serial = new() { Serial = 43 } }).Value;
        Assert.NotEqual(voided.Number, anew.Number);
        Assert.Null(anew.ExportedTo);
        Refused.With(SharedRefusals.NotFound("trace-card"), anew.Void(new(Ginner, voided.Number), Known()));
    }

    [Fact]
    public void A_voided_print_is_not_repeated_under_its_id_CD3()
    {
        var voided = Printed().Void(new(Ginner, Printed().Number), Known()).Value;
        Refused.With(TraceCardRefusals.ExistsWithDifferentContent("p1"), voided.Print(Print(), Facts()));
    }

    [Fact]
    public void A_reprint_keeps_the_number_and_needs_quantity_and_reason_CD3()
    {
        var card = Printed();
        Refused.With(TraceCardRefusals.ImpossibleQuantity(0, 500), card.Reprint(new(Ginner, card.Number, 0, "丢失"), Known()));
        Refused.With(TraceCardRefusals.ReasonRequired, card.Reprint(new(Ginner, card.Number, 1, " "), Known()));
        var reprinted = card.Reprint(new(Ginner, card.Number, 2, "丢失"), Known()).Value;
        Assert.Equal(card.Number, reprinted.Number);
        Assert.Equal((2, "丢失"), (reprinted.Reprints[0].Quantity, reprinted.Reprints[0].Reason));
    }

    [Fact]
    public void A_complete_card_is_not_reprinted_CD3()
    {
        var card = Printed();
        Refused.With(
            TraceCardRefusals.NotPrintable(card.Number, CardState.FinishedAuto),
            card.Reprint(new(Ginner, card.Number, 1, "丢失"), Known(CardState.FinishedAuto)));
    }

    [Theory]
    [InlineData(975, 5)]
    [InlineData(227, 1)]
    [InlineData(227.001, 2)]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    public void Available_bales_are_the_remaining_quota_rounded_up_GL1(double remainingKg, int bales) =>
        Assert.Equal(bales, TraceCard.AvailableBalesOf(new((decimal)remainingKg), new(227)));

    [Fact]
    public void In_a_closed_season_no_card_is_printed_reprinted_exported_or_voided_RG3()
    {
        var card = Printed();
        var closed = SeasonRefusals.Closed(new(2026));
        var known = Known() with { Season = new() { Season = new(2026), Closed = true } };
        Refused.With(closed, new TraceCard().Print(Print(), Facts() with { SeasonClosed = true }));
        Refused.With(closed, card.Reprint(new(Ginner, card.Number, 1, "丢失"), known));
        Refused.With(closed, card.Export(new(Ginner, new(Gin, 1)), Ticket, known));
        Refused.With(closed, card.Void(new(Ginner, card.Number), known));
    }

    [Theory]
    [InlineData("2026-10-31T23:59:59.999+08:00", false)]
    [InlineData("2026-11-01T00:00:00+08:00", true)]
    [InlineData("2026-10-31T16:00:00Z", true)]
    [InlineData("2026-10-31T23:59:59.999Z", true)]
    [InlineData("2026-10-31T08:59:59.999-07:00", false)]
    public void After_the_ginning_deadline_no_card_is_exported_RG3(string now, bool refused)
    {
        var season = new SeasonPolicy { Season = new(2026), GinningDeadline = new(2026, 10, 31) };
        var known = Known() with { Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), Season = season };
        var exported = Printed().Export(new(Ginner, new(Gin, 1)), Ticket, known);
        if (refused) Refused.With(SeasonRefusals.GinningClosed(new(2026), new(2026, 10, 31)), exported);
        else Assert.False(exported.Refused);
    }

    [Fact]
    public void Every_reason_against_printing_is_told_and_the_first_answers_the_attempt_WT5_WT6()
    {
        var facts = Facts(Ticket with { Late = true }, Unit with { State = TraceUnitState.Pending });
        var reasons = new TraceCard().AgainstPrinting(facts).Select(refusal => refusal.Code).ToArray();
        Assert.Equal(["weigh-ticket/late", "trace-card/unit-not-approved"], reasons);
        Assert.Equal(reasons[0], new TraceCard().Print(Print(), facts).Refusal!.Code);
    }
}
