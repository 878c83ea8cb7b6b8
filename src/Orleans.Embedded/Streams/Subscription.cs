using Orleans.Runtime;
using Orleans.Streams;

namespace Orleans.Embedded;

internal abstract class Subscription<T>(EmbeddedStreamProvider provider, StreamId id) : StreamSubscriptionHandle<T>, IDisposable
{
    public override StreamId StreamId => id;

    public override string ProviderName => provider.Name;

    public override Guid HandleId { get; } = Guid.NewGuid();

    protected bool Ended { get; private set; }

    protected EmbeddedStreamProvider Provider => provider;

    public abstract void Deliver(T item, StreamSequenceToken? token);

    public override Task UnsubscribeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public virtual void Dispose()
    {
        Ended = true;
        provider.Remove(this);
    }
}
