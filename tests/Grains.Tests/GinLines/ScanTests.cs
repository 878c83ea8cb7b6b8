using Suyuan.Common;
using Suyuan.TraceCards;

namespace Suyuan.GinLines.Tests;

/// <summary>The scan table of the manual, in its order, and the gaps' answers.</summary>
public sealed class ScanTests
{
    private static readonly CardNumber Nowhere = CardNumber.Create(GivenLine.Gin, 2026, 99_999, ModuleType.Loose, 1);

    [Fact]
    public void A_card_that_nobody_printed_is_unknown_GL1()
    {
        var given = new GivenLine();
        Refused.With(GinLineRefusals.CardUnknown(Nowhere), given.Scan(null, 0, Nowhere));
    }

    [Theory]
    [InlineData(CollectorModel.IV)]
    [InlineData(CollectorModel.V)]
    public void An_offline_collector_knows_only_cards_exported_to_its_line_GL1(CollectorModel model)
    {
        var given = new GivenLine(model);
        var printed = given.Card();
        var elsewhere = given.Card(state: CardState.Exported, line: 2);
        var mine = given.Card(state: CardState.Exported, line: 1);

        Refused.With(GinLineRefusals.CardUnknown(printed.Card), given.Scan(printed, 0));
        Refused.With(GinLineRefusals.CardUnknown(elsewhere.Card), given.Scan(elsewhere, 0));
        Assert.False(given.Scan(mine, 0).Refused);
    }

    [Fact]
    public void A_card_of_another_gin_season_or_unapproved_unit_is_unknown_GL1()
    {
        var given = new GivenLine();
        var card = given.Card();
        Refused.With(GinLineRefusals.CardUnknown(card.Card), given.Scan(card with { Gin = new("65002") }, 0));
        Refused.With(GinLineRefusals.CardUnknown(card.Card), given.Scan(card with { Season = new(2025) }, 0));
        Refused.With(GinLineRefusals.CardUnknown(card.Card), given.Scan(card with { UnitApproved = false }, 0));
        Refused.With(GinLineRefusals.CardUnknown(card.Card), given.Scan(card with { State = CardState.Voided }, 0));
    }

    [Theory]
    [InlineData(CardState.FinishedAuto)]
    [InlineData(CardState.FinishedManual)]
    public void A_finished_card_is_refused_before_anything_else_is_asked_GL1(CardState state)
    {
        var given = new GivenLine();
        var card = given.Card(state: state);
        Refused.With(GinLineRefusals.CardFinished(card.Card), given.Scan(card));
    }

    [Fact]
    public void A_card_without_bales_left_counts_as_finished_GL1()
    {
        var given = new GivenLine();
        var card = given.Card(quotaKg: 500) with { ProcessedKg = new(500) };
        Refused.With(GinLineRefusals.CardFinished(card.Card), given.Scan(card));
    }

    [Fact]
    public void A_card_without_quota_is_not_scanned_CD6()
    {
        var given = new GivenLine();
        var card = given.Card() with { QuotaKg = null };
        Refused.With(TraceCardRefusals.QuotaUnknown(card.Card), given.Scan(card, 0));
    }

    [Fact]
    public void A_card_is_on_one_line_at_a_time_CD5()
    {
        var given = new GivenLine();
        var card = given.Card(state: CardState.Queued, line: 2);
        Refused.With(TraceCardRefusals.OnAnotherLine(card.Card, 2), given.Scan(card, 0));
    }

    [Fact]
    public void The_first_scan_ever_asks_for_the_delay_and_stores_it_GL1()
    {
        var given = new GivenLine();
        var card = given.Card();
        Refused.With(GinLineRefusals.DelayRequired, given.Scan(card));

        var answer = given.Scan(card, 2).Value;

        Assert.Equal(2, answer.DelayBales);
        Assert.Equal(1, answer.Position);
        Assert.Equal(card.Card, given.Line.InWork!.Card);
        Assert.Equal(2, given.Line.InWork.Delay);
    }

    [Fact]
    public void After_an_untraced_bale_the_delay_is_asked_again_GL1()
    {
        var given = new GivenLine();
        given.Press();
        Refused.With(GinLineRefusals.DelayRequired, given.Scan(given.Card()));
    }

    [Fact]
    public void After_a_traced_bale_an_idle_line_asks_for_no_delay_GL1()
    {
        var given = new GivenLine();
        given.Scan(given.Card(quotaKg: 100), 0);
        given.Press();
        Assert.Null(given.Line.InWork);

        var answer = given.Scan(given.Card()).Value;

        Assert.Equal(0, answer.DelayBales);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(21)]
    public void A_delay_outside_the_season_s_bounds_is_refused_GL1(int delay)
    {
        var given = new GivenLine();
        Refused.With(GinLineRefusals.DelayOutOfRange(delay, 20), given.Scan(given.Card(), delay));
    }

    [Fact]
    public void The_card_in_work_and_a_waiting_card_are_refused_by_their_own_names_GL1()
    {
        var given = new GivenLine();
        var inWork = given.Card();
        var waiting = given.Card();
        given.Scan(inWork, 0);
        Assert.Equal(2, given.Scan(waiting).Value.Position);

        Refused.With(GinLineRefusals.CardInWork(inWork.Card), given.Scan(inWork));
        Refused.With(GinLineRefusals.CardAlreadyQueued(waiting.Card), given.Scan(waiting));
    }

    [Fact]
    public void A_second_card_scanned_before_the_delay_is_used_up_is_simply_queued_GL1()
    {
        var given = new GivenLine();
        given.Scan(given.Card(), 3);
        given.Press();

        var answer = given.Scan(given.Card()).Value;

        Assert.Equal(2, answer.Position);
        Assert.Equal(0, answer.DelayBales);
    }

    [Theory]
    [InlineData(CollectorModel.IV, 10)]
    [InlineData(CollectorModel.V, 10)]
    [InlineData(CollectorModel.VI, 20)]
    public void The_queue_holds_the_model_s_number_of_cards_the_one_in_work_included_GL1(CollectorModel model, int limit)
    {
        var given = new GivenLine(model);
        for (var i = 0; i < limit; i++)
            Assert.False(given.Scan(given.Card(state: CardState.Exported, line: 1), 0).Refused);

        Refused.With(GinLineRefusals.QueueFull(limit), given.Scan(given.Card(state: CardState.Exported, line: 1)));
        Assert.Equal(limit, given.Line.Queue.Length);
    }

    [Fact]
    public void A_VI_collector_hears_how_many_bales_the_card_may_give_GL1()
    {
        var given = new GivenLine();
        Assert.Equal(5, given.Scan(given.Card(quotaKg: 975), 0).Value.AvailableBales);
    }
}
