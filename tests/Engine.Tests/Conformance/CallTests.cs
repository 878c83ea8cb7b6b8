namespace Suyuan.Engine.Tests.Conformance;

[Collection(EngineCollection.Name)]
public sealed class CallTests(EngineHost host)
{
    private static readonly string[] HoldThenWrite = ["activated", "hold begins", "hold ends", "write"];

    [Fact]
    public async Task Every_form_of_method_answers()
    {
        var probe = host.Probe("forms");

        await probe.Nothing();
        await probe.Write("task");

        Assert.Equal(5, await probe.Add(2, 3));
        Assert.Equal("hello", await probe.Echo("hello"));
        Assert.Equal("hello", await host.Grains.GetGrain<IEchoGrain>("forms").Echo("hello"));
        Assert.Equal("你好, forms", await probe.Who());
    }

    [Fact]
    public async Task A_reference_knows_its_grain_and_equals_another_one_to_it()
    {
        var probe = host.Probe("identity");

        Assert.Equal("identity", probe.GetPrimaryKeyString());
        Assert.Equal("identity", probe.GetGrainId().Key.ToString());
        Assert.Equal(probe, host.Probe("identity"));
        Assert.NotEqual(probe, host.Probe("another"));
        Assert.Equal("x", await host.Grains.GetGrain<IProbeGrain>(probe.GetGrainId()).Echo("x"));
        Assert.Equal("x", await probe.AsReference<IEchoGrain>().Echo("x"));
    }

    [Fact]
    public async Task A_request_ends_before_the_next_one_begins()
    {
        var probe = host.Probe("turns");

        var first = probe.Hold("turns", "hold");
        await Gate.At("turns").Reached;
        var second = probe.Write("write");
        Gate.At("turns").Open();
        await Task.WhenAll(first, second);

        Assert.Equal(HoldThenWrite, Journal.Read("turns"));
    }

    [Fact]
    public async Task No_update_is_lost_between_64_callers()
    {
        var probe = host.Probe("increments");

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() =>
            Task.WhenAll(Enumerable.Range(0, 20).Select(_ => probe.IncrementSlowly())))));

        Assert.Equal(64 * 20, await probe.Total());
    }

    [Fact]
    public async Task Calls_of_one_caller_arrive_in_the_order_they_were_made()
    {
        var probe = host.Probe("order");
        await probe.Nothing();

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => probe.Write($"{i}")));

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"{i}"), Journal.Read("order").Skip(1));
    }

    [Fact]
    public async Task Code_of_a_grain_stays_on_its_scheduler() => Assert.True(await host.Probe("scheduler").KeepsItsScheduler());

    [Fact]
    public async Task A_call_marked_so_interleaves()
    {
        var probe = host.Probe("interleaving");

        var held = probe.Hold("interleaving", "hold");
        await Gate.At("interleaving").Reached;
        await probe.Interleave("between");
        Gate.At("interleaving").Open();
        await held;

        Assert.Equal(["activated", "hold begins", "between", "hold ends"], Journal.Read("interleaving"));
    }

    [Fact]
    public async Task Readers_share_a_turn_and_a_writer_does_not()
    {
        var probe = host.Probe("readers");

        var first = probe.HoldReading("readers 1", "first");
        var second = probe.HoldReading("readers 2", "second");
        await Gate.At("readers 1").Reached;
        await Gate.At("readers 2").Reached;
        var write = probe.Write("write");
        Gate.At("readers 2").Open();
        await second;
        Gate.At("readers 1").Open();
        await Task.WhenAll(first, write);

        Assert.Equal(["first ends", "write"], Journal.Read("readers")[^2..]);
    }

    [Fact]
    public async Task A_grain_calls_another_one()
    {
        Assert.Equal("through", await host.Probe("caller").Relay("callee", "through"));
    }

    [Fact]
    public async Task A_grain_hands_out_a_reference_to_itself()
    {
        await host.Probe("introduced").IntroduceTo("introducer");

        Assert.Equal(1, Journal.Count("introduced", "called back"));
    }

    [Fact]
    public async Task A_busy_grain_does_not_hold_up_another_one()
    {
        var held = host.Probe("busy").Hold("busy", "hold");
        await Gate.At("busy").Reached;

        Assert.Equal("free", await host.Probe("not busy").Echo("free"));

        Gate.At("busy").Open();
        await held;
    }
}
