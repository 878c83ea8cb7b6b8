using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>A set of streams under one name.</summary>
public interface IStreamProvider
{
    string Name { get; }

    bool IsRewindable { get; }

    IAsyncStream<T> GetStream<T>(StreamId streamId);
}
