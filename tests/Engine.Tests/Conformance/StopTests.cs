using System.Diagnostics;

namespace Suyuan.Engine.Tests.Conformance;

public sealed class StopTests
{
    [Fact]
    public async Task Calls_under_way_finish_and_grains_leave_in_order()
    {
        await using var own = await OwnHost.Start(new());
        var probe = own.Host.Probe("stop");
        var tally = own.Host.Grains.GetGrain<ITallyGrain>("stop tally");
        await tally.Add(1);
        var running = probe.Hold("stop", "hold");
        await Gate.At("stop").Reached;
        var queued = probe.Write("queued");
        using var opened = own.Host.Stopping.Register(Gate.At("stop").Open);
        var clock = Stopwatch.StartNew();

        await own.Host.Stop();

        await Task.WhenAll(running, queued);
        Assert.Equal(["hold ends", "queued"], Journal.Read("stop")[^2..]);
        Assert.Equal(["leaving: ShuttingDown", "left"], Journal.Read("stop tally")[^2..]);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_stopped_engine_refuses_calls()
    {
        await using var own = await OwnHost.Start(new() { ResponseTimeout = TimeSpan.FromSeconds(5) });
        var probe = own.Host.Probe("stopped");
        await probe.Echo("running");

        await own.Host.Stop();

        await Assert.ThrowsAnyAsync<Exception>(() => probe.Echo("stopped"));
    }

    [Fact]
    public async Task A_grain_that_never_answers_does_not_keep_the_host()
    {
        await using var own = await OwnHost.Start(new());
        var running = own.Host.Probe("stuck").Hold("stuck", "hold");
        await Gate.At("stuck").Reached;
        var clock = Stopwatch.StartNew();

        await own.Host.Stop();

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(11));
        Gate.At("stuck").Open();
        await Record.ExceptionAsync(() => running);
    }
}
