using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Growers;
using Suyuan.Measures;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.WeighTickets.Tests;

/// <summary>What may still be done about a wrong ticket.</summary>
public sealed class WithdrawalTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 1, 9, 0, 0, ChinaTime.Offset);
    private static readonly Caller Ginner = new("qts65001", Role.Ginner, "65001");
    private static readonly SeasonPolicy Season = new() { Season = new(2026) };
    private static readonly CardNumber Card = CardNumber.Create(new("65001"), 2026, 1, ModuleType.Round, 0);

    private static readonly UploadWeighTicket Sent = new()
    {
        By = Ginner,
        Gin = new("65001"),
        Ticket = new("T1"),
        Person = new("11010519491231002X"),
        Plots = [new("P1")],
        GrossKg = new(12_000),
        GrossAt = Now.AddHours(-1),
    };

    private static TicketFacts Facts(string grower = "h1", TicketUse? use = null) => new()
    {
        Now = Now,
        Grower = new GrowerView
        {
            Id = grower,
            MaskedName = "张*",
            Region = new("08-143-012"),
            Plots = [.. new[] { "P1", "P2" }.SelectMany(code => new[] { 2025, 2026 }.Select(season => new PlotView { Season = new(season), Code = new(code), Name = code, AreaMu = new(50) }))],
        },
        Policy = Season,
        Units = ["unit-a"],
        Use = use,
    };

    private static WeighTicket Ticket => new WeighTicket().Upload(Sent, Facts()).Value;

    private static WeighTicket Withdrawn => Ticket.Withdraw(new(Ginner, "重复录入"), Season, null, Now).Value;

    [Fact]
    public void Before_printing_grower_plots_and_weights_are_corrected_WT4()
    {
        var corrected = Ticket.Upload(Sent with { Plots = [new("P2")], GrossKg = new(11_000), TareKg = new(9_000) }, Facts("h2")).Value;
        Assert.Equal(("h2", "P2", new Kilograms(2_000)), (corrected.Grower, corrected.Plots[0].Value, corrected.NetKg));
    }

    [Fact]
    public void A_printed_ticket_stays_in_its_season_WT4() => Refused.With(
        WeighTicketRefusals.Printed(Card), Ticket.Upload(Sent with { GrossAt = Now.AddYears(-1) }, Facts(use: new() { Card = Card })));

    [Fact]
    public void A_gross_time_that_is_corrected_backwards_makes_the_ticket_late_and_forwards_never_in_time_WT5()
    {
        var late = Ticket.Upload(Sent with { GrossAt = Now.AddDays(-3) }, Facts()).Value;
        Assert.True(late.Late);
        Assert.True(late.Upload(Sent, Facts()).Value.Late);
    }

    [Fact]
    public void A_ticket_entered_by_mistake_is_withdrawn_with_its_reason_WT4()
    {
        Assert.Equal("重复录入", Withdrawn.ToView().Withdrawal!.Reason);
        Refused.With(WeighTicketRefusals.ReasonRequired, Ticket.Withdraw(new(Ginner, " "), Season, null, Now));
        Refused.With(SharedRefusals.NotFound("weigh-ticket"), Ticket.Withdraw(new(Ginner with { Scope = "65002" }, "x"), Season, null, Now));
        Refused.With(SharedRefusals.NotFound("weigh-ticket"), new WeighTicket().Withdraw(new(Ginner, "x"), Season, null, Now));
        Refused.With(SeasonRefusals.Closed(new(2026)), Ticket.Withdraw(new(Ginner, "x"), Season with { Closed = true }, null, Now));
    }

    [Fact]
    public void While_a_card_stands_its_ticket_is_not_withdrawn_WT4() => Refused.With(
        WeighTicketRefusals.CardStands(Card), Ticket.Withdraw(new(Ginner, "重复录入"), Season, new() { Card = Card }, Now));

    [Fact]
    public void A_withdrawn_ticket_is_neither_changed_nor_waived_nor_withdrawn_twice_WT4()
    {
        Refused.With(WeighTicketRefusals.Withdrawn, Withdrawn.Upload(Sent with { TareKg = new(9_000) }, Facts()));
        Refused.With(WeighTicketRefusals.Withdrawn, Withdrawn.Waive(new(new("r143", Role.Regiment, "08-143"), "断网"), Season, Now));
        var withdrawn = Withdrawn;
        Assert.Same(withdrawn, withdrawn.Withdraw(new(Ginner, "again"), Season, null, Now).Value);
    }

    [Fact]
    public void A_mistaken_withdrawal_is_undone_WT4()
    {
        Assert.Null(Withdrawn.Reinstate(Ginner, Season).Value.Withdrawal);
        var ticket = Ticket;
        Assert.Same(ticket, ticket.Reinstate(Ginner, Season).Value);
        Refused.With(SharedRefusals.NotFound("weigh-ticket"), Withdrawn.Reinstate(Ginner with { Scope = "65002" }, Season));
        Refused.With(SeasonRefusals.Closed(new(2026)), Withdrawn.Reinstate(Ginner, Season with { Closed = true }));
    }
}
