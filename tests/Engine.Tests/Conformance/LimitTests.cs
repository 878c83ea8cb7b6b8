namespace Suyuan.Engine.Tests.Conformance;

public sealed class LimitTests
{
    [Fact]
    public async Task A_late_answer_is_a_timeout_and_the_grain_goes_on()
    {
        await using var own = await OwnHost.Start(Short);
        var probe = own.Host.Probe("late");

        var running = probe.Hold("late", "hold");
        await Gate.At("late").Reached;
        var waiting = probe.Write("expired");

        await Assert.ThrowsAsync<TimeoutException>(() => running);
        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        Gate.At("late").Open();
        Assert.Equal("here", await probe.Echo("here"));
        Assert.Equal(["activated", "hold begins", "hold ends"], Journal.Read("late"));
    }

    [Fact]
    public async Task A_full_mailbox_refuses_and_serves_those_it_took()
    {
        await using var own = await OwnHost.Start(new() { MailboxLimit = 10 });
        var probe = own.Host.Probe("full");
        var running = probe.Hold("full", "hold");
        await Gate.At("full").Reached;

        var calls = Enumerable.Range(0, 40).Select(_ => probe.Write("served")).ToList();
        await Eventually.True(() => calls.Count(call => call.IsFaulted) >= 28);
        Gate.At("full").Open();
        await running;

        var served = calls.Where(call => !call.IsFaulted).ToList();
        await Task.WhenAll(served);
        Assert.InRange(served.Count, 8, 12);
        Assert.Equal(served.Count, Journal.Count("full", "served"));
        foreach (var refused in calls.Except(served)) await Assert.ThrowsAsync<LimitExceededException>(() => refused);
    }

    private static EngineLimits Short => new()
    {
        ResponseTimeout = TimeSpan.FromSeconds(0.5),
        CollectionQuantum = TimeSpan.FromSeconds(0.1),
    };
}
