using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Streams;

namespace Orleans.Embedded;

/// <summary>Who listens to which stream, in the memory of this node.</summary>
internal sealed class EmbeddedStreamProvider(string name, ILogger<EmbeddedStreamProvider> log) : IStreamProvider
{
    private readonly Lock _gate = new();
    private readonly Dictionary<StreamId, ImmutableArray<object>> _subscriptions = [];

    public string Name => name;

    public bool IsRewindable => false;

    public ILogger Log => log;

    public IAsyncStream<T> GetStream<T>(StreamId streamId) => new EmbeddedStream<T>(this, streamId);

    public IEnumerable<Subscription<T>> SubscriptionsOf<T>(StreamId stream)
    {
        lock (_gate) return _subscriptions.TryGetValue(stream, out var found) ? found.OfType<Subscription<T>>() : [];
    }

    public void Add<T>(Subscription<T> subscription)
    {
        lock (_gate)
        {
            _subscriptions.TryGetValue(subscription.StreamId, out var others);
            _subscriptions[subscription.StreamId] = others.IsDefault ? [subscription] : others.Add(subscription);
        }
    }

    public void Remove<T>(Subscription<T> subscription)
    {
        lock (_gate)
        {
            if (!_subscriptions.TryGetValue(subscription.StreamId, out var all)) return;
            all = all.Remove(subscription);
            if (all.IsEmpty) _subscriptions.Remove(subscription.StreamId);
            else _subscriptions[subscription.StreamId] = all;
        }
    }
}
