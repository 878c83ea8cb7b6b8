using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>One consumer's place at one stream.</summary>
public abstract class StreamSubscriptionHandle<T>
{
    public abstract StreamId StreamId { get; }

    public abstract string ProviderName { get; }

    public abstract Guid HandleId { get; }

    public abstract Task UnsubscribeAsync();
}
