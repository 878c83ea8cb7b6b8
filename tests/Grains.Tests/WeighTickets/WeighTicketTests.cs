using System.Collections.Immutable;
using System.Globalization;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Growers;
using Suyuan.Measures;
using Suyuan.Regions;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.WeighTickets.Tests;

public sealed class WeighTicketTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 1, 9, 0, 0, ChinaTime.Offset);
    private static readonly Caller Ginner = new("qts65001", Role.Ginner, "65001");
    private static readonly CardNumber Card = CardNumber.Create(new("65001"), 2026, 1, ModuleType.Round, 0);

    private static readonly GrowerView Grower = new()
    {
        Id = "h1",
        MaskedName = "张*",
        Region = new("08-143-012"),
        Plots = [Plot("P1"), Plot("P2")],
    };

    private static PlotView Plot(string code) => new() { Season = new(2026), Code = new(code), Name = code, AreaMu = new(50) };

    private static UploadWeighTicket Sent => new()
    {
        By = Ginner,
        Gin = new("65001"),
        Ticket = new("T1"),
        Person = new("11010519491231002X"),
        Plots = [new("P1")],
        GrossKg = new(12_000),
        GrossAt = Now.AddHours(-1),
    };

    private static SeasonPolicy Policy => new() { Season = new(2026) };

    private static TicketFacts Facts(TicketUse? use = null) => new()
    {
        Now = Now,
        Grower = Grower,
        Policy = Policy,
        Units = ["unit-a"],
        Use = use,
    };

    private static Result<WeighTicket> Upload(UploadWeighTicket sent, TicketFacts? facts = null, WeighTicket? known = null) =>
        (known ?? new()).Upload(sent, facts ?? Facts());

    [Fact]
    public void A_ticket_arrives_gross_only_and_is_completed_later_WT1()
    {
        var gross = Upload(Sent).Value;
        Assert.Null(gross.NetKg);
        Assert.Null(gross.QuotaKg);

        var complete = Upload(Sent with { TareKg = new(9_500), ConditionedLintPct = 39.797m }, known: gross).Value;

        Assert.Equal(new Kilograms(2_500), complete.NetKg);
        Assert.Equal(new Kilograms(994.925m), complete.QuotaKg);
        Assert.Equal(2, complete.Revision);
    }

    [Fact]
    public void A_late_copy_of_the_gross_message_takes_nothing_away_WT1()
    {
        var complete = Upload(Sent with { TareKg = new(9_500), ConditionedLintPct = 39m }).Value;
        Assert.Same(complete, Upload(Sent, known: complete).Value);
    }

    [Fact]
    public void Trial_ginning_gives_the_conditioned_lint_percentage_WT1()
    {
        // domain 1.5.2: G 390 g of 1 000 g, Z 2.8, R 6.0 → 39.797 %
        var ticket = Upload(Sent with { TareKg = new(9_500), TrialGinning = new(39m, 2.8m, 6m) }).Value;
        Assert.Equal(39.797m, ticket.ConditionedLintPct);
        Assert.Equal(QuotaSource.Computed, ticket.ToView().QuotaSource);
    }

    [Fact]
    public void The_quota_sent_is_used_and_the_computed_one_kept_WT3()
    {
        var view = Upload(Sent with { TareKg = new(9_500), ConditionedLintPct = 40m, SentQuotaKg = new(990) }).Value.ToView();
        Assert.Equal(new Kilograms(990), view.QuotaKg);
        Assert.Equal(new Kilograms(1_000), view.ComputedQuotaKg);
        Assert.Equal(QuotaSource.Sent, view.QuotaSource);
    }

    [Fact]
    public void An_unknown_grower_or_a_plot_of_somebody_else_is_refused_WT2()
    {
        Refused.With(WeighTicketRefusals.UnknownGrower, Upload(Sent, Facts() with { Grower = null }));
        Refused.With(WeighTicketRefusals.PlotNotOfGrower(new("P9")), Upload(Sent with { Plots = [new("P1"), new("P9")] }));
        Refused.With(WeighTicketRefusals.PlotsRequired, Upload(Sent with { Plots = [] }));
    }

    [Fact]
    public void A_plot_of_another_season_is_not_the_grower_s_WT2()
    {
        var lastYear = Sent with { GrossAt = Now.AddYears(-1) };
        Refused.With(WeighTicketRefusals.PlotNotOfGrower(new("P1")), Upload(lastYear));
    }

    [Theory]
    [InlineData(12_000)]
    [InlineData(12_001)]
    public void Net_weight_is_above_zero_WT3(int tareKg) =>
        Refused.With(WeighTicketRefusals.NetNotPositive(new(12_000), new(tareKg)), Upload(Sent with { TareKg = new(tareKg) }));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_001)]
    public void An_impossible_weight_is_refused_WT3(int grossKg) =>
        Refused.With(WeighTicketRefusals.ImpossibleWeight(new(grossKg)), Upload(Sent with { GrossKg = new(grossKg) }));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(100)]
    public void An_impossible_percentage_is_refused_WT1(double percentage) =>
        Refused.With(
            WeighTicketRefusals.ImpossiblePercentage((decimal)percentage), Upload(Sent with { ConditionedLintPct = (decimal)percentage }));

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public void An_impossible_film_count_is_refused_CD1(int films) =>
        Refused.With(WeighTicketRefusals.ImpossibleFilmCount(films), Upload(Sent with { FilmCount = films }));

    [Fact]
    public void A_time_in_the_future_is_refused_WT1()
    {
        var ahead = Sent with { GrossAt = Now.AddHours(1) };
        Refused.With(WeighTicketRefusals.TimeInFuture(ahead.GrossAt), Upload(ahead));
    }

    [Fact]
    public void Plots_of_two_units_are_refused_WT6() =>
        Refused.With(WeighTicketRefusals.PlotsOfTwoUnits, Upload(Sent, Facts() with { Units = ["unit-a", "unit-b"] }));

    [Fact]
    public void After_printing_grower_and_plots_stand_WT4()
    {
        var known = Upload(Sent).Value;
        var printed = Facts(new() { Card = Card });
        Refused.With(WeighTicketRefusals.Printed(Card), Upload(Sent with { Plots = [new("P2")] }, printed, known));
        Refused.With(WeighTicketRefusals.Printed(Card), Upload(Sent, printed with { Grower = Grower with { Id = "h2" } }, known));
        Assert.False(Upload(Sent with { TareKg = new(9_500) }, printed, known).Refused);
    }

    [Fact]
    public void After_the_first_bale_the_quota_stands_WT4()
    {
        var known = Upload(Sent with { TareKg = new(9_500), ConditionedLintPct = 40m }).Value;
        var started = Facts(new() { Card = Card, Started = true });
        Refused.With(WeighTicketRefusals.GinningBegun(Card), Upload(Sent with { ConditionedLintPct = 41m }, started, known));
        Assert.False(Upload(Sent with { Vehicle = "新C12345" }, started, known).Refused);
    }

    [Theory]
    [InlineData(24, false)]
    [InlineData(24.01, true)]
    public void A_ticket_uploaded_after_the_season_s_window_is_late_WT5(double hours, bool late) =>
        Assert.Equal(late, Upload(Sent with { GrossAt = Now.AddHours(-hours) }).Value.Late);

    [Fact]
    public void Only_the_regiment_over_the_grower_waives_a_late_ticket_and_says_why_WT5()
    {
        var late = Upload(Sent with { GrossAt = Now.AddDays(-2) }).Value;
        var regiment = new Caller("r143", Role.Regiment, "08-143");
        Assert.True(late.Waive(new(regiment, "断网"), Policy, Now).Value.ToView().Waived);
        Refused.With(WeighTicketRefusals.ReasonRequired, late.Waive(new(regiment, " "), Policy, Now));
        Refused.With(SharedRefusals.NotFound("weigh-ticket"), late.Waive(new(regiment with { Scope = "08-144" }, "断网"), Policy, Now));
        Refused.With(SharedRefusals.NotFound("weigh-ticket"), late.Waive(new(Ginner, "断网"), Policy, Now));
        Refused.With(SharedRefusals.Forbidden, late.Waive(new(new("c", Role.Company, "08-143-012"), "断网"), Policy, Now));
        Refused.With(WeighTicketRefusals.NotLate, Upload(Sent).Value.Waive(new(regiment, "断网"), Policy, Now));
    }

    [Theory]
    [InlineData("2026-09-30T23:59:59.999+08:00", false)]
    [InlineData("2026-10-01T00:00:00+08:00", true)]
    [InlineData("2026-09-30T16:00:00Z", true)]
    [InlineData("2026-09-30T15:59:59.999Z", false)]
    [InlineData("2026-09-30T08:59:59.999-07:00", false)]
    public void The_delivery_deadline_counts_until_24_00_in_China_wherever_the_caller_is_RG3(string grossAt, bool refused)
    {
        var facts = Facts() with { Policy = Policy with { DeliveryDeadline = new(2026, 9, 30) } };
        var uploaded = Upload(Sent with { GrossAt = DateTimeOffset.Parse(grossAt, CultureInfo.InvariantCulture) }, facts);
        if (refused) Refused.With(SeasonRefusals.DeliveryClosed(new(2026), new(2026, 9, 30)), uploaded);
        else Assert.False(uploaded.Refused);
    }

    [Fact]
    public void A_ticket_weighed_in_time_is_completed_after_the_delivery_deadline_RG3()
    {
        var facts = Facts() with { Policy = Policy with { DeliveryDeadline = new(2026, 9, 30) } };
        var known = Upload(Sent).Value;
        Assert.False(Upload(Sent with { TareKg = new(9_500) }, facts, known).Refused);
        Refused.With(
            SeasonRefusals.DeliveryClosed(new(2026), new(2026, 9, 30)), Upload(Sent with { GrossAt = Now.AddHours(-2) }, facts, known));
    }

    [Fact]
    public void In_a_closed_season_a_ticket_neither_comes_nor_changes_nor_leaves_RG3()
    {
        var closed = Policy with { Closed = true };
        var known = Upload(Sent with { GrossAt = Now.AddDays(-2) }).Value;
        var refusal = SeasonRefusals.Closed(new(2026));
        Refused.With(refusal, Upload(Sent, Facts() with { Policy = closed }));
        Refused.With(refusal, Upload(Sent, Facts() with { OwnSeasonClosed = true }, known));
        Refused.With(refusal, known.Waive(new(new("r143", Role.Regiment, "08-143"), "断网"), closed, Now));
        Assert.Same(known, Upload(Sent with { GrossAt = known.GrossAt }, Facts() with { Policy = closed, OwnSeasonClosed = true }, known).Value);
    }
}
