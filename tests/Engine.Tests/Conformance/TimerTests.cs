namespace Suyuan.Engine.Tests.Conformance;

[Collection(EngineCollection.Name)]
public sealed class TimerTests(EngineHost host)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(5);

    [Fact]
    public async Task Ticks_are_turns()
    {
        var clock = Clock("turns of a clock");
        await clock.Start(TimeSpan.Zero, Soon, interleave: false);

        for (var ticks = 0; ticks < 20; ticks = await clock.Ticks())
            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => clock.Work()));

        Assert.Equal(0, await clock.Overlaps());
    }

    [Fact]
    public async Task A_tick_that_may_interleave_does()
    {
        var clock = Clock("interleaving clock");
        var waiting = clock.Start(Soon, Soon, interleave: true);

        await clock.AwaitTick();
        await waiting;
    }

    [Fact]
    public async Task A_timer_can_be_changed()
    {
        var clock = Clock("changed clock");
        await clock.Start(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, interleave: true);

        await clock.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await clock.AwaitTick();
        Assert.Equal(1, await clock.Ticks());
    }

    [Fact]
    public async Task A_bad_tick_is_not_the_last()
    {
        var clock = Clock("failing clock");
        await clock.FailFromNowOn();

        await clock.Start(TimeSpan.Zero, Soon, interleave: false);

        await Eventually.True(() => Journal.Read("failing clock").Length >= 3);
    }

    [Fact]
    public async Task A_tick_has_no_context_of_a_call()
    {
        var clock = Clock("clock without context");
        RequestContext.Set("who", "me");

        await clock.Start(TimeSpan.Zero, Timeout.InfiniteTimeSpan, interleave: true);
        await clock.AwaitTick();

        Assert.Equal("nobody", await clock.ContextOfTick());
    }

    [Fact]
    public async Task A_timer_ends_with_its_life()
    {
        var clock = Clock("left clock");
        var old = await clock.Start(TimeSpan.Zero, Soon, interleave: false);
        await Eventually.True(() => Journal.Count("left clock", $"tick {old}") >= 2);

        await clock.Leave();
        var next = await clock.Start(TimeSpan.Zero, Soon, interleave: false);
        await Eventually.True(() => Journal.Count("left clock", $"tick {next}") >= 5);

        var entries = Journal.Read("left clock");
        Assert.DoesNotContain($"tick {old}", entries[Array.IndexOf(entries, $"left {old}")..]);
    }

    private IClockGrain Clock(string key) => host.Grains.GetGrain<IClockGrain>(key);
}
