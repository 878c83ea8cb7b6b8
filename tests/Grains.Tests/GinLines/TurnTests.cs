using Suyuan.Common;

namespace Suyuan.GinLines.Tests;

/// <summary>Messages that are written together are judged as if each had come alone (GL6).</summary>
public sealed class TurnTests
{
    [Fact]
    public void A_turn_of_many_messages_ends_where_single_messages_end_GL6()
    {
        var (together, alone) = (new GivenLine(), new GivenLine());
        together.Take(together.ScanOf(together.Card(quotaKg: 500).Card, 1));
        alone.Scan(alone.Card(quotaKg: 500), 1);
        var (second, other) = (together.Card(quotaKg: 900), alone.Card(quotaKg: 900));
        Assert.Equal(together.Add(together.ScanOf(second.Card, null)).Value, alone.Scan(other).Value, Same);
        for (var bale = 0; bale < 6; bale++)
            Assert.Equal(together.Add(together.PressOf(together.Bale())).Value, alone.Press().Value, Same);
        Assert.Equal(together.Line.Queue.ToArray(), alone.Line.Queue.ToArray());
        Assert.Equal(together.Line.Revision, alone.Line.Revision);
        Assert.Equal(6, together.Line.Pressed.Length);
    }

    [Fact]
    public void A_card_moves_once_a_turn_and_its_first_bale_is_told_GL9()
    {
        var given = new GivenLine();
        var (first, second) = (given.Card(quotaKg: 450), given.Card());
        given.Take(given.ScanOf(first.Card, 0));
        given.Add(given.ScanOf(second.Card, null));
        for (var bale = 0; bale < 3; bale++) given.Add(given.PressOf(given.Bale()));

        Assert.Equal([(first.Card, CardMove.FinishedAuto, 2, true), (second.Card, CardMove.InWork, 1, true)], given.Line.Movements
            .Select(move => (move.Card, move.Move, move.Bales, move.Begins)));
        given.Press();
        Assert.False(Assert.Single(given.Line.Movements).Begins);
    }

    [Fact]
    public void What_a_turn_did_with_a_card_counts_for_its_next_messages_GL1()
    {
        var given = new GivenLine();
        var (first, second) = (given.Card(), given.Card());
        given.Take(given.ScanOf(first.Card, 0));
        given.Add(given.PressOf(given.Bale()));
        Refused.With(GinLineRefusals.CardInWork(first.Card), given.Add(given.ScanOf(first.Card, null)));
        given.Add(given.FinishOf());
        Refused.With(GinLineRefusals.CardFinished(first.Card), given.Add(given.ScanOf(first.Card, null)));
        Assert.False(given.Add(given.ScanOf(second.Card, null)).Refused);
    }

    [Fact]
    public void A_bale_that_comes_twice_in_a_turn_is_pressed_once_GL2()
    {
        var given = new GivenLine();
        given.Take(given.ScanOf(given.Card().Card, 0));
        var bale = given.Bale();
        given.Add(given.PressOf(bale));
        Assert.True(given.Add(given.PressOf(bale)).Value.Traced);
        Assert.Equal(1, given.Line.Bales);
    }

    [Fact]
    public void A_repeat_within_a_turn_is_answered_as_before_GL5()
    {
        var given = new GivenLine();
        var bale = given.Bale();
        var answer = given.Take(given.PressOf(bale, 1)).Value;
        Assert.Same(answer, given.Add(given.PressOf(bale, 1)).Value);
        Assert.Single(given.Line.Events);
    }

    private static bool Same(LineAnswer one, LineAnswer other) =>
        one with { Barcode = null, Warnings = [] } == other with { Barcode = null, Warnings = [] };
}
