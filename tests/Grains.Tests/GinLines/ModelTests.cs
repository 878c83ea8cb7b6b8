using FsCheck;
using FsCheck.Fluent;

namespace Suyuan.GinLines.Tests;

/// <summary>Random days at a line, with everything that collectors, verifiers, regiments and restarts may do to it.</summary>
public sealed class ModelTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(3_000);

    /// <summary>Each of these plays its day three times.</summary>
    private static readonly Config Thrice = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    [Fact]
    public void Whatever_comes_the_line_answers_and_stands_as_the_reference_RL4() =>
        Prop.ForAll(LineStep.Days, steps => { new LineScript().Play(steps); }).Check(Thorough);

    [Fact]
    public void However_messages_are_grouped_into_turns_the_replies_and_all_that_is_stored_are_the_same_GL6() =>
        Prop.ForAll(LineStep.Days, steps =>
        {
            var grouped = new LineScript().Play(steps);
            var alone = new LineScript().Play(steps.Select(step => step with { Joins = false }));
            var together = new LineScript().Play(steps.Select(step => step with { Joins = true }));
            Assert.Equal(alone.Replies, grouped.Replies);
            Assert.Equal(alone.Replies, together.Replies);
            Assert.Equal(alone.Line.Stored, grouped.Line.Stored);
            Assert.Equal(alone.Line.Stored, together.Line.Stored);
        }).Check(Thrice);
}
