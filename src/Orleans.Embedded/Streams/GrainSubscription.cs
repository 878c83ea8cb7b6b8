using Orleans.Runtime;
using Orleans.Streams;

namespace Orleans.Embedded;

/// <summary>A subscription made in a grain: each item is a turn of the grain, and the subscription ends with this life of it.</summary>
internal sealed class GrainSubscription<T> : Subscription<T>
{
    private readonly IAsyncObserver<T> _observer;
    private readonly Activation _owner;

    public GrainSubscription(EmbeddedStreamProvider provider, StreamId id, IAsyncObserver<T> observer, Activation owner)
        : base(provider, id)
    {
        _observer = observer;
        _owner = owner;
        owner.Attach(this);
    }

    public override void Deliver(T item, StreamSequenceToken? token) => _owner.Mailbox.TryEnqueue(new Delivery(this, item, token));

    public override void Dispose()
    {
        base.Dispose();
        _owner.Detach(this);
    }

    private sealed class Delivery(GrainSubscription<T> subscription, T item, StreamSequenceToken? token)
        : OwnTurn(subscription._owner, Interleaving.None, keepsAlive: true)
    {
        public override bool IsDead(Activation? current) => subscription.Ended || base.IsDead(current);

        protected override Task Work() => subscription._observer.OnNextAsync(item, token);
    }
}
