using Orleans.Runtime;
using Orleans.Streams;

namespace Orleans.Embedded;

/// <summary>One stream: an item goes to each subscription's own queue, and the producer does not wait for consumers.</summary>
internal sealed class EmbeddedStream<T>(EmbeddedStreamProvider provider, StreamId id) : IAsyncStream<T>
{
    public Task OnNextAsync(T item, StreamSequenceToken? token = null)
    {
        foreach (var subscription in provider.SubscriptionsOf<T>(id)) subscription.Deliver(item, token);
        return Task.CompletedTask;
    }

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        Subscription<T> subscription = Activation.Current is { } activation
            ? new GrainSubscription<T>(provider, id, observer, activation)
            : new HostSubscription<T>(provider, id, observer);
        provider.Add(subscription);
        return Task.FromResult<StreamSubscriptionHandle<T>>(subscription);
    }

    public Task<IList<StreamSubscriptionHandle<T>>> GetAllSubscriptionHandles() =>
        Task.FromResult<IList<StreamSubscriptionHandle<T>>>([.. provider.SubscriptionsOf<T>(id)]);
}
