using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.TraceCards;

namespace Suyuan.GinLines.Tests;

public sealed class PressTests
{
    [Fact]
    public void Without_a_card_the_bale_is_recorded_untraced_GL2()
    {
        var given = new GivenLine();
        var answer = given.Press().Value;
        Assert.False(answer.Traced);
        Assert.Null(answer.Card);
        Assert.False(given.Line.LastBaleTraced);
        Assert.Single(given.Line.Pressed);
    }

    [Fact]
    public void While_the_delay_lasts_bales_stay_untraced_and_count_it_down_GL2()
    {
        var given = new GivenLine();
        var card = given.Card();
        given.Scan(card, 2);

        Assert.Equal((false, 1), (given.Press().Value.Traced, given.Line.InWork!.DelayLeft));
        Assert.Equal(card.Card, given.Line.Pressed[0].DelayOf);
        Assert.Equal((false, 0), (given.Press().Value.Traced, given.Line.InWork!.DelayLeft));

        var third = given.Press().Value;
        Assert.True(third.Traced);
        Assert.Equal(card.Card, third.Card);
        Assert.Equal(1, given.Line.InWork!.Bales);
    }

    [Fact]
    public void A_bale_counts_its_conditioned_weight_towards_the_quota_GL3()
    {
        var given = new GivenLine();
        given.Scan(given.Card(), 0);
        given.Press(grossKg: 226.88m, regainPct: 4.6m);
        // 225.48 × 108.5 / 104.6
        Assert.Equal(new Kilograms(233.887m), given.Line.InWork!.ProcessedKg);
    }

    [Fact]
    public void The_crossing_bale_belongs_whole_to_the_old_card_and_the_next_starts_without_delay_GL3()
    {
        var given = new GivenLine();
        var first = given.Card(quotaKg: 300);
        var second = given.Card();
        given.Scan(first, 0);
        given.Scan(second);

        Assert.Null(given.Press().Value.Finished);
        var crossing = given.Press().Value;

        Assert.True(crossing.Finished);
        Assert.Equal(first.Card, crossing.Card);
        Assert.Equal(new Kilograms(150), crossing.OvershootKg);
        Assert.Equal(second.Card, crossing.InWork);
        Assert.Equal(second.Card, given.Press().Value.Card);
        Assert.Equal([CardMove.InWork], given.Line.Movements.Select(move => move.Move));
    }

    [Fact]
    public void Reaching_the_quota_exactly_finishes_the_card_GL3()
    {
        var given = new GivenLine();
        given.Scan(given.Card(quotaKg: 225), 0);
        var answer = given.Press(grossKg: 226.4m).Value;
        Assert.True(answer.Finished);
        Assert.Equal(Kilograms.Zero, answer.OvershootKg);
    }

    [Fact]
    public void A_quota_completed_before_the_first_bale_is_the_one_that_counts_WT4()
    {
        var given = new GivenLine();
        var card = given.Card(quotaKg: 225);
        given.Scan(card, 0);
        given.Now_is(card with { QuotaKg = new(1_000) });
        Assert.Null(given.Press().Value.Finished);
        Assert.Equal(new Kilograms(1_000), given.Line.InWork!.QuotaKg);
    }

    [Fact]
    public void A_card_whose_unit_lost_its_approval_before_the_first_bale_leaves_the_line_TU6()
    {
        var given = new GivenLine();
        var card = given.Card();
        var next = given.Card();
        given.Scan(card, 0);
        given.Scan(next);
        given.Now_is(card with { UnitApproved = false });

        var answer = given.Press().Value;

        Assert.Equal(next.Card, answer.Card);
        Assert.Contains(given.Line.Movements, move => move.Card == card.Card && move.Move == CardMove.Withdrawn);
    }

    [Theory]
    [InlineData("32650021611141221550000121114104")]
    public void A_barcode_of_another_gin_is_refused_GL2(string barcode)
    {
        var given = new GivenLine();
        var bale = given.Bale(barcode: barcode);
        Refused.With(BaleRefusals.WrongGin(bale.Barcode, GivenLine.Gin), given.Press(bale: bale));
    }

    [Fact]
    public void A_barcode_of_another_day_is_refused_GL2()
    {
        var given = new GivenLine();
        var bale = given.Bale(barcode: "32650012609291221550000121114104");
        Refused.With(BaleRefusals.WrongDate(bale.Barcode, bale.PressedAt), given.Press(bale: bale));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.4)]
    [InlineData(-5)]
    [InlineData(1_000.001)]
    public void An_impossible_weight_is_refused(double grossKg)
    {
        var given = new GivenLine();
        var bale = given.Bale((decimal)grossKg);
        Refused.With(BaleRefusals.ImpossibleWeight(bale.GrossKg, bale.TareKg), given.Press(bale: bale));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(50.1)]
    public void An_impossible_regain_is_refused(double regainPct)
    {
        var given = new GivenLine();
        Refused.With(BaleRefusals.ImpossiblePercentage((decimal)regainPct), given.Press(regainPct: (decimal)regainPct));
    }

    [Theory]
    [InlineData(217, 10, false, false)]
    [InlineData(216.9, 10, true, false)]
    [InlineData(237.1, 10.1, true, true)]
    public void Unusual_weight_and_regain_are_recorded_with_a_warning_GL10(double grossKg, double regainPct, bool weight, bool regain)
    {
        var warnings = new GivenLine().Press((decimal)grossKg, (decimal)regainPct).Value.Warnings;
        Assert.Equal(weight, warnings.Contains(BaleWarning.GrossOutOfRange));
        Assert.Equal(regain, warnings.Contains(BaleWarning.RegainTooHigh));
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    [InlineData(-100 * 24 * 60, true)]
    public void A_collector_whose_clock_is_wrong_presses_bales_with_a_warning_GL10(int minutes, bool warned)
    {
        var given = new GivenLine();
        var at = GivenLine.Now.AddMinutes(minutes);
        var bale = given.Bale(barcode: $"3265001{at:yyMMdd}1221550000121114104") with { PressedAt = at };
        Assert.Equal(warned, given.Press(bale: bale).Value.Warnings.Contains(BaleWarning.ClockWrong));
    }

    [Fact]
    public void A_barcode_seen_before_gives_the_same_answer_or_names_the_conflict_GL2()
    {
        var given = new GivenLine();
        var card = given.Card();
        given.Scan(card, 0);
        var bale = given.Bale();
        given.Press(bale: bale);
        var recorded = given.Line.Pressed[0];
        var processed = given.Line.InWork!.ProcessedKg;

        var again = given.Press(bale: bale, existing: recorded).Value;
        Assert.Equal(card.Card, again.Card);
        Assert.Equal(processed, given.Line.InWork.ProcessedKg);
        Assert.Empty(given.Line.Pressed);

        var other = bale with { GrossKg = new(230) };
        Refused.With(BaleRefusals.ExistsWithDifferentContent(bale.Barcode), given.Press(bale: other, existing: recorded));
    }
}
