using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.TraceCards;

namespace Suyuan.GinLines.Tests;

/// <summary>Finishing, reopening, and what makes messages safe to repeat.</summary>
public sealed class MessageTests
{
    [Fact]
    public void Finishing_by_hand_ends_the_card_in_work_and_starts_the_next_GL4()
    {
        var given = new GivenLine();
        var first = given.Card();
        var second = given.Card();
        given.Scan(first, 0);
        given.Scan(second);

        var answer = given.Finish().Value;

        Assert.Equal(first.Card, answer.Card);
        Assert.Equal(second.Card, answer.InWork);
        Assert.Equal([CardMove.FinishedManual, CardMove.InWork], given.Line.Movements.Select(move => move.Move));
    }

    [Fact]
    public void Without_a_card_in_work_there_is_nothing_to_finish_GL4() =>
        Refused.With(GinLineRefusals.NothingInWork, new GivenLine().Finish());

    [Fact]
    public void A_hand_ended_card_is_reopened_at_the_tail_with_what_it_had_GL4()
    {
        var given = new GivenLine();
        given.Scan(given.Card(), 0);
        var ended = given.Card(state: CardState.FinishedManual) with { ProcessedKg = new(450), Bales = 2 };

        var answer = given.Reopen(ended).Value;

        Assert.Equal(2, answer.Position);
        Assert.Equal(new(450m), given.Line.Queue[1].ProcessedKg);
    }

    [Fact]
    public void Only_the_verifier_reopens_GL4()
    {
        var given = new GivenLine();
        Refused.With(GinLineRefusals.VerifierRequired, given.Reopen(given.Card(state: CardState.FinishedManual), GivenLine.Device));
    }

    [Theory]
    [InlineData(CardState.FinishedAuto)]
    [InlineData(CardState.FinishedManual)]
    public void A_complete_card_is_never_reopened_GL3(CardState state)
    {
        var given = new GivenLine();
        var complete = given.Card(quotaKg: 500, state: state) with { ProcessedKg = new(500) };
        Refused.With(GinLineRefusals.CardComplete(complete.Card), given.Reopen(complete));
    }

    [Fact]
    public void A_card_that_was_not_ended_is_not_reopened_GL4()
    {
        var given = new GivenLine();
        var card = given.Card();
        Refused.With(GinLineRefusals.CardNotFinished(card.Card), given.Reopen(card));
    }

    [Fact]
    public void A_full_queue_takes_no_reopened_card_GL4()
    {
        var given = new GivenLine();
        for (var i = 0; i < 20; i++) given.Scan(given.Card(), 0);
        Refused.With(GinLineRefusals.QueueFull(20), given.Reopen(given.Card(state: CardState.FinishedManual)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_gap_in_the_sequence_names_the_expected_number_GL5(long sequence)
    {
        var given = new GivenLine();
        given.Press();
        Refused.With(GinLineRefusals.SequenceGap(2, sequence), given.Take(given.FinishOf(new(sequence, null))));
    }

    [Fact]
    public void A_message_needs_a_sequence_or_a_key_GL5()
    {
        var given = new GivenLine();
        Refused.With(GinLineRefusals.SequenceRequired, given.Take(given.FinishOf(new(null, null))));
    }

    [Fact]
    public void A_repeated_message_is_answered_as_before_and_other_words_are_a_conflict_GL5()
    {
        var given = new GivenLine();
        var card = given.Card();
        var answer = given.Scan(card, 1).Value;
        given.Press();
        var revision = given.Line.Revision;

        Assert.Same(answer, given.Take(given.ScanOf(card.Card, 1, sequence: 1)).Value);
        Refused.With(GinLineRefusals.ExistsWithDifferentContent("1"), given.Take(given.ScanOf(card.Card, 2, sequence: 1)));
        Assert.Equal(revision, given.Line.Revision);
    }

    [Fact]
    public void A_refused_message_keeps_its_number_and_may_be_corrected_under_it_GL5()
    {
        var given = new GivenLine();
        var card = given.Card();
        Refused.With(GinLineRefusals.DelayRequired, given.Scan(card));
        Assert.Equal(1, given.Line.LastSequence);
        Assert.Empty(given.Line.Queue);

        Refused.With(GinLineRefusals.DelayRequired, given.Take(given.ScanOf(card.Card, null, sequence: 1)));
        Assert.False(given.Take(given.ScanOf(card.Card, 2, sequence: 1)).Refused);
        Assert.Equal(1, given.Line.LastSequence);
    }

    [Fact]
    public void A_refused_message_that_others_followed_is_not_corrected_any_more_GL5()
    {
        var given = new GivenLine();
        var card = given.Card();
        given.Scan(card);
        given.Press();
        Refused.With(GinLineRefusals.ExistsWithDifferentContent("1"), given.Take(given.ScanOf(card.Card, 2, sequence: 1)));
    }

    [Fact]
    public void A_message_that_cannot_be_read_uses_its_number_up_GL6()
    {
        var given = new GivenLine();
        var fault = BaleRefusals.ImpossiblePercentage(77);
        var unreadable = new LineCommand { Identity = new(1, null), Kind = LineMessageKind.Bale, Fault = fault, Raw = "bale ?" };
        Refused.With(fault, given.Take(unreadable));
        Refused.With(fault, given.Take(unreadable));
        Assert.False(given.Press().Refused);
        Assert.Equal(2, given.Line.LastSequence);
    }

    [Fact]
    public void A_person_s_refused_call_leaves_no_trace_GL5()
    {
        var given = new GivenLine();
        Refused.With(GinLineRefusals.NothingInWork, given.Take(given.FinishOf(new(null, "k1")), GivenLine.Verifier));
        Assert.Empty(given.Line.Events);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void A_line_has_a_number_from_1_to_99(int number)
    {
        var register = new RegisterGinLine(GivenLine.Device, new(GivenLine.Gin, number), CollectorModel.VI);
        Refused.With(GinLineRefusals.ImpossibleNumber(number), new GinLine().Register(register, GivenLine.Policy));
    }

    [Fact]
    public void A_smaller_collector_does_not_take_over_a_longer_queue()
    {
        var given = new GivenLine();
        for (var i = 0; i < 11; i++) given.Scan(given.Card(), 0);
        var register = new RegisterGinLine(GivenLine.Device, new(GivenLine.Gin, 1), CollectorModel.IV);
        Refused.With(GinLineRefusals.QueueExceedsModel(11, 10), given.Line.Register(register, GivenLine.Policy));
    }
}
