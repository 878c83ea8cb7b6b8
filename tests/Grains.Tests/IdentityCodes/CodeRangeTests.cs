using Suyuan.Batches;
using Suyuan.Common;

namespace Suyuan.IdentityCodes.Tests;

public sealed class CodeRangeTests
{
    private static readonly Deed Because = Given.By with { Reason = "召回" };

    [Fact]
    public void Range_is_bound_to_a_batch_IC2()
    {
        var range = Given.Range();

        Assert.Equal((Given.Number, 100L, true), (range.Batch, range.Codes, range.Checked));
        Assert.Equal(Given.By, range.ToView(Given.Enterprise, "r1").Bound);
    }

    [Theory]
    [InlineData(BatchState.Running, null)]
    [InlineData(BatchState.Completed, null)]
    [InlineData(BatchState.Void, "identity-code/batch-void")]
    public void Codes_are_bound_to_a_running_or_a_completed_batch_IC2(BatchState state, string? code) =>
        Assert.Equal(code, new CodeRange().Bind(Given.Batch(state), Given.Hundred, null, Given.By).Refusal?.Code);

    [Fact]
    public void At_most_a_million_codes_are_bound_at_once_IC2()
    {
        CodeRun Run(int count) => CodeRun.Of(10_000_000, 10_000_000 + (UInt128)count - 1, 9, true);

        Assert.False(new CodeRange().Bind(Given.Batch(), Run(1_000_000), null, Given.By).Refused);
        Refused.With(
            IdentityCodeRefusals.TooMany("1000001", 1_000_000), new CodeRange().Bind(Given.Batch(), Run(1_000_001), null, Given.By));
    }

    [Fact]
    public void Bound_range_in_the_way_is_named_IC2() => Refused.With(
        IdentityCodeRefusals.Overlap("r0", "2026030500009", Given.Code(5).Value, Given.Code(9).Value),
        new CodeRange().Bind(
            Given.Batch(), Given.Hundred,
            new() { Range = "r0", Batch = "2026030500009", Start = Given.Code(5).Value, End = Given.Code(9).Value }, Given.By));

    [Theory]
    [InlineData("1234567", "12345678", "identity-code/invalid")]
    [InlineData("12345678", "", "identity-code/invalid")]
    [InlineData("12345678", "123456789", "identity-code/lengths-differ")]
    [InlineData("12345679", "12345678", "identity-code/end-before-start")]
    public void Codes_that_are_none_or_not_in_order_are_not_bound_IC2(string start, string end, string code) =>
        Assert.Equal(code, AskedCodes.Of(start, end).Refusal?.Code);

    [Fact]
    public void Codes_are_bound_inside_the_enterprises_runs_IC2()
    {
        KnownRuns Known(params (int First, int Last)[] runs) => new()
        {
            Runs = [.. runs.Select(run => new KnownRun { Start = Given.Code(run.First), End = Given.Code(run.Last), Checked = true })],
        };

        Assert.False(Known((0, 99)).Place(Given.Asked(0, 99)).Refused);
        Assert.False(Known((0, 49), (50, 99)).Place(Given.Asked(40, 60)).Refused);
        Refused.With(IdentityCodeRefusals.NotAllocated(Given.Code(50).Value), Known((0, 49), (51, 99)).Place(Given.Asked(40, 60)));
        Refused.With(IdentityCodeRefusals.NotAllocated(Given.Code(0).Value), Known((1, 99)).Place(Given.Asked(0, 9)));
        Refused.With(IdentityCodeRefusals.NotAllocated(Given.Code(100).Value), Known((0, 99)).Place(Given.Asked(90, 100)));
        Refused.With(IdentityCodeRefusals.NotAllocated(Given.Code(0).Value), Known().Place(Given.Asked(0, 9)));
    }

    [Fact]
    public void Check_digits_are_checked_where_the_layout_has_them_IC2()
    {
        var wrong = IdentityCode.Of(Given.Code(9).Number + 1, 20).Value;
        var asked = AskedCodes.Of(Given.Code(0).Value, wrong).Value;
        KnownRun Run(bool isChecked) => new() { Start = Given.Code(0), End = Given.Code(99), Checked = isChecked };

        Refused.With(IdentityCodeRefusals.CheckDigitWrong(wrong), new KnownRuns { Runs = [Run(true)] }.Place(asked));
        Assert.False(new KnownRuns { Runs = [Run(false)] }.Place(asked).Refused);
    }

    [Fact]
    public void Range_that_nobody_looked_up_is_unbound_by_whoever_works_for_the_enterprise_IC3()
    {
        var unbound = Given.Range().Unbind("r1", new(Given.By, false, null), 1).Value;

        Assert.Equal(Given.By, unbound.Unbound);
        Refused.With(IdentityCodeRefusals.Unbound("r1"), unbound.Unbind("r1", new(Given.By, false, null), null));
        Refused.With(SharedRefusals.Stale(1), Given.Range().Unbind("r1", new(Given.By, false, null), 2));
    }

    [Fact]
    public void Range_that_was_looked_up_is_unbound_by_the_administrator_who_says_why_IC3()
    {
        var scan = new FirstScan { Code = Given.Code(3).Value };

        Refused.With(
            IdentityCodeRefusals.LookedUp(Given.Code(3).Value), Given.Range().Unbind("r1", new(Because, false, scan), null));
        Refused.With(IdentityCodeRefusals.ReasonRequired, Given.Range().Unbind("r1", new(Given.By, true, scan), null));
        Refused.With(
            IdentityCodeRefusals.ReasonRequired,
            Given.Range().Unbind("r1", new(Given.By with { Reason = new string('长', 501) }, true, scan), null));
        Assert.False(Given.Range().Unbind("r1", new(Because, true, scan), null).Refused);
    }

    [Fact]
    public void Frozen_codes_are_not_unbound_IC3()
    {
        Refused.With(
            IdentityCodeRefusals.Frozen(Given.Code(10).Value, Given.Code(19).Value), Given.Frozen().Unbind("r1", new(Because, true, null), null));
        Assert.False(Given.Frozen().Lift(1, false, null, Because).Value.Unbind("r1", new(Because, true, null), null).Refused);
    }

    [Fact]
    public void Part_of_a_range_is_frozen_and_lifted_with_reasons_IC3()
    {
        var frozen = Given.Frozen();
        var freeze = Assert.Single(frozen.ToView(Given.Enterprise, "r1").Freezes);

        Assert.Equal((1, 10L, "召回", false), (freeze.Number, freeze.Codes, freeze.Frozen?.Reason, freeze.ByRegulator));
        Assert.Equal("查明", Assert.Single(frozen.Lift(1, false, 2, Given.By with { Reason = "查明" }).Value.Freezes).Lifted?.Reason);
        Refused.With(IdentityCodeRefusals.ReasonRequired, Given.Range().Freeze("r1", Given.Asked(1, 2), false, null, Given.By));
        Refused.With(IdentityCodeRefusals.ReasonRequired, frozen.Lift(1, false, null, Given.By));
        Refused.With(SharedRefusals.NotFound("code-freeze"), frozen.Lift(2, false, null, Because));
        Refused.With(SharedRefusals.Stale(2), frozen.Lift(1, false, 1, Because));
    }

    [Fact]
    public void Codes_to_freeze_are_codes_of_the_range_IC3()
    {
        var wrong = IdentityCode.Of(Given.Code(9).Number + 1, 20).Value;

        Refused.With(
            IdentityCodeRefusals.OutsideRange(Given.Code(100).Value), Given.Range().Freeze("r1", Given.Asked(99, 100), false, null, Because));
        Refused.With(
            IdentityCodeRefusals.CheckDigitWrong(wrong),
            Given.Range().Freeze("r1", AskedCodes.Of(Given.Code(0).Value, wrong).Value, false, null, Because));
        Refused.With(
            IdentityCodeRefusals.OutsideRange("12345678"),
            Given.Range().Freeze("r1", AskedCodes.Of("12345678", "12345679").Value, false, null, Because));
        var unbound = Given.Range().Unbind("r1", new(Given.By, false, null), 1).Value;
        Refused.With(IdentityCodeRefusals.Unbound("r1"), unbound.Freeze("r1", Given.Asked(1, 2), false, null, Because));
    }

    [Fact]
    public void Regulators_freeze_is_lifted_by_a_regulator_IC3()
    {
        var frozen = Given.Frozen(byRegulator: true);

        Refused.With(IdentityCodeRefusals.FrozenByRegulator, frozen.Lift(1, false, null, Because));
        Assert.False(frozen.Lift(1, true, null, Because).Refused);
    }

    [Fact]
    public void Asking_for_the_same_again_is_a_repetition_IC2()
    {
        var (range, frozen) = (Given.Range(), Given.Frozen());

        Assert.Same(range, range.Repeat("r1", new(Given.Recorder, Given.Number, Given.Code(0).Value, Given.Code(99).Value)).Value);
        Refused.With(
            IdentityCodeRefusals.ExistsWithDifferentContent("r1"),
            range.Repeat("r1", new(Given.Recorder, Given.Number, Given.Code(0).Value, Given.Code(98).Value)));
        Assert.Same(frozen, frozen.Freeze("r1", Given.Asked(10, 19), false, null, Because).Value);
        var lifted = frozen.Lift(1, false, null, Because).Value;
        Assert.Same(lifted, lifted.Lift(1, false, null, Because).Value);
        Assert.Equal(2, lifted.Freeze("r1", Given.Asked(10, 19), false, null, Because).Value.Freezes.Length);
    }

    [Fact]
    public void Range_keeps_so_many_freezes_and_no_more_IC3()
    {
        var range = Given.Range();
        for (var i = 0; i < CodeRange.MostFreezes; i++)
            range = range.Freeze("r1", Given.Asked(i % 100, i % 100), i >= 100, null, Because).Value;

        Refused.With(IdentityCodeRefusals.TooManyFreezes(CodeRange.MostFreezes), range.Freeze("r1", Given.Asked(1, 2), false, null, Because));
    }
}
