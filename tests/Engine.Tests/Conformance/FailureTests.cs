using Orleans.Storage;

namespace Suyuan.Engine.Tests.Conformance;

[Collection(EngineCollection.Name)]
public sealed class FailureTests(EngineHost host)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_exception_reaches_the_caller_as_it_is(bool beforeAwaiting)
    {
        var probe = host.Probe($"throws {beforeAwaiting}");

        var failure = await Assert.ThrowsAsync<ProbeException>(() => probe.Throw(beforeAwaiting));

        Assert.Equal("as ordered", failure.Message);
        Assert.Equal("still here", await probe.Echo("still here"));
        Assert.Single(Journal.Read($"throws {beforeAwaiting}"));
    }

    [Fact]
    public async Task A_conflict_reaches_the_caller_and_drops_the_activation()
    {
        var tally = Tally("conflict");
        await tally.Add(1);
        var life = await tally.Life();
        host.Store.Overwrite(tally.GetGrainId(), "tally", new Tally { Count = 100 });

        await Assert.ThrowsAsync<InconsistentStateException>(() => tally.Add(1));

        Assert.Equal(101, await tally.Add(1));
        Assert.NotEqual(life, await tally.Life());
    }

    [Fact]
    public async Task A_conflict_drops_the_grain_that_wrote_and_not_the_one_that_called_it()
    {
        var (tally, caller) = (Tally("conflict below"), host.Probe("conflict above"));
        await caller.RelayToTally("conflict below", 1);
        host.Store.Overwrite(tally.GetGrainId(), "tally", new Tally { Count = 100 });

        await Assert.ThrowsAsync<InconsistentStateException>(() => caller.RelayToTally("conflict below", 1));

        Assert.Equal(101, await caller.RelayToTally("conflict below", 1));
        Assert.Equal(["activated"], Journal.Read("conflict above"));
    }

    [Fact]
    public async Task A_failed_write_reaches_the_caller_with_its_cause_and_the_next_one_succeeds()
    {
        var tally = Tally("failing write");
        await tally.Add(1);
        var life = await tally.Life();
        host.Store.Before["failing write"] = _ => throw new ProbeException("disk full");

        var failure = await Assert.ThrowsAsync<OrleansException>(() => tally.Add(1));

        Assert.IsType<ProbeException>(failure.InnerException);
        host.Store.Before.TryRemove("failing write", out _);
        Assert.Equal(3, await tally.Add(1));
        Assert.Equal(life, await tally.Life());
    }

    [Fact]
    public async Task A_slow_write_holds_up_its_own_grain_only()
    {
        host.Store.Before["slow write"] = operation => operation == "write" ? Gate.At("slow write").Pass() : Task.CompletedTask;
        var slow = Tally("slow write").Add(1);
        await Gate.At("slow write").Reached;

        Assert.Equal(1, await Tally("quick write").Add(1));
        Assert.False(slow.IsCompleted);

        Gate.At("slow write").Open();
        Assert.Equal(1, await slow);
    }

    [Fact]
    public async Task A_cleared_record_is_gone()
    {
        var tally = Tally("cleared");
        await tally.Add(5);

        await tally.Clear();
        await tally.Leave();

        Assert.False(await tally.IsStored());
        Assert.Equal(0, await tally.Get());
    }

    private ITallyGrain Tally(string key) => host.Grains.GetGrain<ITallyGrain>(key);
}
