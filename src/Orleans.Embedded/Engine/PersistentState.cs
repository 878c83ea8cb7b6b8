using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Embedded;

/// <summary>The record of one activation.</summary>
internal sealed class PersistentState<TState>(string name, GrainId grainId, IGrainStorage storage) : IPersistentState<TState>
{
    private readonly GrainState<TState> _state = new(Activator.CreateInstance<TState>());

    public TState State
    {
        get => _state.State;
        set => _state.State = value;
    }

    public string? Etag => _state.ETag;

    public bool RecordExists => _state.RecordExists;

    public Task ReadStateAsync() => Guard(() => storage.ReadStateAsync(name, grainId, _state), "read");

    public Task WriteStateAsync() => Guard(() => storage.WriteStateAsync(name, grainId, _state), "write");

    public Task ClearStateAsync() => Guard(() => storage.ClearStateAsync(name, grainId, _state), "clear");

    private async Task Guard(Func<Task> operation, string verb)
    {
        try
        {
            await operation();
        }
        catch (Exception failure) when (failure is not OrleansException)
        {
            // Orleans wraps what a store throws; grains that look for the cause must find it at the same place on both engines.
            throw new OrleansException($"The store could not {verb} the record {name} of {grainId}: {failure.Message}", failure);
        }
    }
}
