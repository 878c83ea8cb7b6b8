using Orleans.Streams;

namespace Suyuan.Engine.Tests.Conformance;

internal sealed class ListenerGrain : Grain, IListenerGrain
{
    private readonly List<string> _heard = [];
    private StreamSubscriptionHandle<string>? _subscription;
    private TaskScheduler? _mine;
    private bool _inTurns = true;

    public async Task Listen(string stream)
    {
        _mine = TaskScheduler.Current;
        _subscription = await Stream(stream).SubscribeAsync((text, _) =>
        {
            _inTurns &= TaskScheduler.Current == _mine;
            _heard.Add(text);
            return Task.CompletedTask;
        });
    }

    public Task StopListening() => _subscription!.UnsubscribeAsync();

    public Task<string> Heard() => Task.FromResult(string.Join(' ', _heard));

    public Task<bool> HeardInTurns() => Task.FromResult(_inTurns);

    public Task Say(string stream, string text) => Stream(stream).OnNextAsync(text);

    private IAsyncStream<string> Stream(string key) =>
        this.GetStreamProvider(EngineHost.StreamsName).GetStream<string>(StreamId.Create("talk", key));
}
