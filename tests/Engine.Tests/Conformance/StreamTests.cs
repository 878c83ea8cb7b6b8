using System.Collections.Concurrent;
using Orleans.Streams;

namespace Suyuan.Engine.Tests.Conformance;

[Collection(EngineCollection.Name)]
public sealed class StreamTests(EngineHost host)
{
    [Fact]
    public async Task What_a_grain_says_reaches_a_listener_in_the_host_in_order()
    {
        var heard = new ConcurrentQueue<string>();
        var subscription = await Listen("to host", heard);
        var speaker = Listener("speaker to host");

        for (var i = 0; i < 100; i++) await speaker.Say("to host", $"{i}");

        await Eventually.True(() => heard.Count == 100);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i}"), heard);
        await subscription.UnsubscribeAsync();
    }

    [Fact]
    public async Task What_a_grain_says_reaches_a_grain_in_its_turns()
    {
        var listener = Listener("listening");
        await listener.Listen("to grain");

        await Listener("speaker to grain").Say("to grain", "one");
        await Listener("speaker to grain").Say("to grain", "two");

        await Eventually.True(async () => await listener.Heard() == "one two");
        Assert.True(await listener.HeardInTurns());
    }

    [Fact]
    public async Task A_listener_that_left_hears_no_more()
    {
        var (leaving, staying) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        var subscription = await Listen("left", leaving);
        var other = await Listen("left", staying);
        var listener = Listener("leaving");
        await listener.Listen("left");
        await Listener("speaker to leaving").Say("left", "before");
        await Eventually.True(async () => leaving.Count == 1 && await listener.Heard() == "before");

        await subscription.UnsubscribeAsync();
        await listener.StopListening();
        await Listener("speaker to leaving").Say("left", "after");

        await Eventually.True(() => staying.Count == 2);
        Assert.Equal(["before"], leaving);
        Assert.Equal("before", await listener.Heard());
        await other.UnsubscribeAsync();
    }

    [Fact]
    public async Task Streams_are_kept_apart_by_their_keys()
    {
        var (left, right) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        var subscriptions = new[] { await Listen("left hand", left), await Listen("right hand", right) };

        await Listener("ambidextrous").Say("left hand", "l");
        await Listener("ambidextrous").Say("right hand", "r");

        await Eventually.True(() => left.Count + right.Count == 2);
        Assert.Equal(["l"], left);
        Assert.Equal(["r"], right);
        foreach (var subscription in subscriptions) await subscription.UnsubscribeAsync();
    }

    private Task<StreamSubscriptionHandle<string>> Listen(string key, ConcurrentQueue<string> heard) =>
        host.Streams.GetStream<string>(StreamId.Create("talk", key)).SubscribeAsync((text, _) =>
        {
            heard.Enqueue(text);
            return Task.CompletedTask;
        });

    private IListenerGrain Listener(string key) => host.Grains.GetGrain<IListenerGrain>(key);
}
