using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Streams;

namespace Orleans.Embedded;

/// <summary>A subscription made outside grains: items come one after the other; a consumer too slow for them loses the oldest.</summary>
internal sealed partial class HostSubscription<T> : Subscription<T>
{
    private const int Limit = 10_000;
    private readonly Channel<(T Item, StreamSequenceToken? Token)> _items;
    private readonly IAsyncObserver<T> _observer;

    public HostSubscription(EmbeddedStreamProvider provider, StreamId id, IAsyncObserver<T> observer)
        : base(provider, id)
    {
        _observer = observer;
        _items = Channel.CreateBounded<(T, StreamSequenceToken?)>(
            new BoundedChannelOptions(Limit) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => LogDropped(Provider.Log, StreamId));
        _ = Task.Run(Consume);
    }

    public override void Deliver(T item, StreamSequenceToken? token) => _items.Writer.TryWrite((item, token));

    public override void Dispose()
    {
        base.Dispose();
        _items.Writer.TryComplete();
    }

    private async Task Consume()
    {
        await foreach (var (item, token) in _items.Reader.ReadAllAsync())
        {
            if (Ended) return;
            try
            {
                await _observer.OnNextAsync(item, token);
            }
            catch (Exception failure)
            {
                LogFailed(Provider.Log, failure, StreamId);
            }
        }
    }

    [LoggerMessage(4, LogLevel.Warning, "A consumer of stream {Stream} failed.")]
    private static partial void LogFailed(ILogger log, Exception failure, StreamId stream);

    [LoggerMessage(5, LogLevel.Warning, "A consumer of stream {Stream} is too slow and has lost an item.")]
    private static partial void LogDropped(ILogger log, StreamId stream);
}
