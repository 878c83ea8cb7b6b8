using System.Globalization;
using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.GinLines.Tests;

/// <summary>The ginning deadline: 24:00 China time inclusive, whatever zone the caller's clock is in.</summary>
public sealed class DeadlineTests
{
    private static readonly DateOnly LastDay = new(2026, 10, 31);
    private static readonly SeasonPolicy Season = GivenLine.Policy with { GinningDeadline = LastDay };

    public static TheoryData<string, bool> Instants => new()
    {
        { "2026-10-31T23:59:59.999+08:00", false },
        { "2026-11-01T00:00:00+08:00", true },
        { "2026-10-31T15:59:59.999Z", false },
        { "2026-10-31T16:00:00Z", true },
        { "2026-10-31T08:59:59.999-07:00", false },
        { "2026-10-31T09:00:00-07:00", true },
    };

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    [Theory]
    [MemberData(nameof(Instants))]
    public void After_the_ginning_deadline_no_card_goes_to_a_line_RG3(string now, bool refused)
    {
        var given = new GivenLine { Season = Season, At = Time(now) };
        var scanned = given.Scan(given.Card(), 0);
        if (refused) Refused.With(SeasonRefusals.GinningClosed(new(2026), LastDay), scanned);
        else Assert.False(scanned.Refused);
    }

    [Fact]
    public void A_finished_card_is_not_reopened_after_the_ginning_deadline_RG3()
    {
        var given = new GivenLine { Season = Season, At = Time("2026-11-01T00:00:00+08:00") };
        Refused.With(SeasonRefusals.GinningClosed(new(2026), LastDay), given.Reopen(given.Card(state: CardState.FinishedManual)));
    }

    [Fact]
    public void What_an_off_line_collector_scanned_is_not_judged_by_when_it_is_told_RG3()
    {
        var given = new GivenLine(CollectorModel.IV) { Season = Season, At = Time("2026-11-05T08:00:00+08:00") };
        Assert.False(given.Scan(given.Card(state: CardState.Exported, line: 1), 0).Refused);
    }

    [Fact]
    public void In_a_closed_season_no_card_is_scanned_RG3()
    {
        var given = new GivenLine { Season = GivenLine.Policy with { Closed = true } };
        Refused.With(SeasonRefusals.Closed(new(2026)), given.Scan(given.Card(), 0));
    }

    [Theory]
    [MemberData(nameof(Instants))]
    public void A_bale_pressed_after_the_ginning_deadline_is_traced_and_warned_of_RG3(string pressedAt, bool warned)
    {
        var given = new GivenLine { Season = Season };
        Assert.False(given.Scan(given.Card(), 0).Refused);
        given.At = Time(pressedAt).AddMinutes(1);
        var bale = given.Bale(barcode: "32650012610311221550000100000001") with { PressedAt = Time(pressedAt) };
        var pressed = given.Press(bale: bale).Value;
        Assert.True(pressed.Traced);
        Assert.Equal(warned, pressed.Warnings.Contains(BaleWarning.AfterGinningDeadline));
    }

    [Fact]
    public void Why_not_says_what_a_scan_is_refused_with_GL1()
    {
        var given = new GivenLine();
        var (first, second) = (given.Card(), given.Card());
        Agrees(given, first, null);
        Agrees(given, first, 99);
        Agrees(given, first, 0);
        Agrees(given, first, null);
        Agrees(given, second, null);
        Agrees(given, second, null);
        Agrees(given, given.Card(state: CardState.FinishedAuto), 0);
        Agrees(given, given.Card(state: CardState.Queued, line: 2), 0);
    }

    private static void Agrees(GivenLine given, TraceCardView card, int? delayBales)
    {
        var facts = new LineFacts { Now = given.At, Policy = given.Season };
        var whyNot = given.Line.WhyNotScan(card.Card, card, delayBales, facts);
        Assert.Equal(whyNot?.Code, given.Scan(card, delayBales).Refusal?.Code);
    }
}
