namespace Suyuan.Engine.Tests.Conformance;

[Collection(EngineCollection.Name)]
public sealed class ContextTests(EngineHost host)
{
    [Fact]
    public async Task Context_travels_with_a_call_and_with_the_calls_it_makes()
    {
        RequestContext.Set("who", "me");

        Assert.Equal("me", await host.Probe("context").Context("who"));
        Assert.Equal("me", await host.Probe("context").ContextOfCallee("context of callee", "who"));
    }

    [Fact]
    public async Task Context_does_not_travel_back()
    {
        RequestContext.Set("who", "me");

        await host.Probe("context back").ChangeContext("who", "you");

        Assert.Equal("me", RequestContext.Get("who"));
        RequestContext.Remove("who");
        Assert.Null(RequestContext.Get("who"));
    }

    [Fact]
    public async Task Context_of_one_call_is_not_seen_by_the_next()
    {
        var probe = host.Probe("context next");
        var held = probe.Hold("context next", "hold");
        await Gate.At("context next").Reached;
        RequestContext.Set("who", "me");
        var changed = probe.ChangeContext("who", "you");
        RequestContext.Clear();
        var next = probe.Context("who");

        Gate.At("context next").Open();

        await Task.WhenAll(held, changed);
        Assert.Null(await next);
    }

    [Fact]
    public async Task Callers_at_the_same_time_keep_their_own_contexts()
    {
        var probe = host.Probe("contexts");

        var seen = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() =>
        {
            RequestContext.Set("who", $"{i}");
            return probe.Context("who");
        })));

        Assert.Equal(Enumerable.Range(0, 64).Select(i => $"{i}"), seen);
    }
}
