using Suyuan.Common;

namespace Suyuan.TraceUnits.Tests;

/// <summary>Every state with every command: a state or a command added later fails here until it has its line.</summary>
public sealed class TraceUnitTransitionTests
{
    public enum Command
    {
        Edit,
        Dissolve,
        Approve,
        Reject,
        RevokeApproval,
    }

    public enum Standing
    {
        Pending,
        Approved,
        Rejected,
        Dissolved,
        Processing,
        SeasonClosed,
    }

    /// <summary>Standing, command, and either the state reached or the code refused with.</summary>
    public static TheoryData<Standing, Command, TraceUnitState?, string?> Table => new()
    {
        { Standing.Pending, Command.Edit, TraceUnitState.Pending, null },
        { Standing.Pending, Command.Dissolve, TraceUnitState.Dissolved, null },
        { Standing.Pending, Command.Approve, TraceUnitState.Approved, null },
        { Standing.Pending, Command.Reject, TraceUnitState.Rejected, null },
        { Standing.Pending, Command.RevokeApproval, null, "trace-unit/not-approved" },

        { Standing.Approved, Command.Edit, null, "trace-unit/approved" },
        { Standing.Approved, Command.Dissolve, null, "trace-unit/approved" },
        { Standing.Approved, Command.Approve, TraceUnitState.Approved, null },
        { Standing.Approved, Command.Reject, null, "trace-unit/approved" },
        { Standing.Approved, Command.RevokeApproval, TraceUnitState.Pending, null },

        { Standing.Rejected, Command.Edit, TraceUnitState.Pending, null },
        { Standing.Rejected, Command.Dissolve, TraceUnitState.Dissolved, null },
        { Standing.Rejected, Command.Approve, null, "trace-unit/not-pending" },
        { Standing.Rejected, Command.Reject, null, "trace-unit/not-pending" },
        { Standing.Rejected, Command.RevokeApproval, null, "trace-unit/not-approved" },

        { Standing.Dissolved, Command.Edit, null, "trace-unit/dissolved" },
        { Standing.Dissolved, Command.Dissolve, TraceUnitState.Dissolved, null },
        { Standing.Dissolved, Command.Approve, null, "trace-unit/dissolved" },
        { Standing.Dissolved, Command.Reject, null, "trace-unit/dissolved" },
        { Standing.Dissolved, Command.RevokeApproval, null, "trace-unit/dissolved" },

        { Standing.Processing, Command.Edit, null, "trace-unit/processing" },
        { Standing.Processing, Command.Dissolve, null, "trace-unit/processing" },
        { Standing.Processing, Command.Approve, null, "trace-unit/processing" },
        { Standing.Processing, Command.Reject, null, "trace-unit/processing" },
        { Standing.Processing, Command.RevokeApproval, null, "trace-unit/processing" },

        { Standing.SeasonClosed, Command.Edit, null, "season/closed" },
        { Standing.SeasonClosed, Command.Dissolve, null, "season/closed" },
        { Standing.SeasonClosed, Command.Approve, null, "season/closed" },
        { Standing.SeasonClosed, Command.Reject, null, "season/closed" },
        { Standing.SeasonClosed, Command.RevokeApproval, null, "season/closed" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void State_and_command_decide_TU5_TU6_TU7_TU8(Standing standing, Command command, TraceUnitState? reached, string? code)
    {
        var (unit, facts) = Standings(standing);
        var decided = Decide(unit, command, facts);

        Assert.Equal(code, decided.Refusal?.Code);
        if (reached is { } state) Assert.Equal(state, decided.Value.State);
    }

    /// <summary>Why-not answers what the attempt is refused with, by the very decision (api.md).</summary>
    [Theory]
    [MemberData(nameof(Table))]
    public void Why_not_says_what_the_attempt_is_refused_with_TU5(Standing standing, Command command, TraceUnitState? reached, string? code)
    {
        var (unit, facts) = Standings(standing);
        var verdicts = unit.Judge(command is Command.Edit or Command.Dissolve ? Given.Company : Given.Regiment, facts);
        var verdict = command switch
        {
            Command.Edit => verdicts.Edit,
            Command.Dissolve => verdicts.Dissolve,
            Command.Approve => verdicts.Approve,
            Command.Reject => verdicts.Reject,
            _ => verdicts.RevokeApproval,
        };
        Assert.Equal(reached is not null, verdict.Allowed);
        Assert.Equal(code, verdict.Refusals.FirstOrDefault()?.Code);
    }

    [Fact]
    public void Every_state_and_command_is_in_the_table_TU5()
    {
        var listed = Table.Select(line => ((Standing)line[0]!, (Command)line[1]!)).ToHashSet();
        var expected = from standing in Enum.GetValues<Standing>() from command in Enum.GetValues<Command>() select (standing, command);

        Assert.True(listed.SetEquals(expected));
        Assert.Subset(Enum.GetNames<Standing>().ToHashSet(), Enum.GetNames<TraceUnitState>().ToHashSet());
        Assert.Equal(
            [nameof(ITraceUnitGrain.Form), .. Enum.GetNames<Command>()],
            typeof(ITraceUnitGrain).GetMethods().Select(method => method.Name)
                .Except([nameof(ITraceUnitGrain.Get), nameof(ITraceUnitGrain.GetFor), nameof(ITraceUnitGrain.Judge)]));
    }

    private static (TraceUnit Unit, UnitFacts Facts) Standings(Standing standing) => standing switch
    {
        Standing.Pending => (Given.Pending(), Given.Facts),
        Standing.Approved => (Given.Approved(), Given.Facts),
        Standing.Rejected => (Given.Rejected(), Given.Facts),
        Standing.Dissolved => (Given.Dissolved(), Given.Facts),
        Standing.Processing => (Given.Approved(), Given.Processing),
        Standing.SeasonClosed => (Given.Approved(), Given.Facts with { Season = Given.Season with { Closed = true } }),
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    private static Result<TraceUnit> Decide(TraceUnit unit, Command command, UnitFacts facts) => command switch
    {
        Command.Edit => unit.Edit(Given.Edit(), facts, Given.Choice()),
        Command.Dissolve => unit.Dissolve(new(Given.Company, null), facts),
        Command.Approve => unit.Approve(new(Given.Regiment, null), facts),
        Command.Reject => unit.Reject(new(Given.Regiment, "面积有误", null), facts),
        Command.RevokeApproval => unit.RevokeApproval(new(Given.Regiment, null), facts),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };
}
