using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Orleans.Storage;

namespace Suyuan.Engine.Tests.Conformance;

/// <summary>A store in memory: keeps text, so that no record is shared, and refuses a write over a version not handed out.</summary>
public sealed class RecordStore : IGrainStorage
{
    private readonly ConcurrentDictionary<string, (string Json, int Version)> _records = new();

    /// <summary>Runs before an operation on the grain with this key: a test's way to hold it up or to make it fail.</summary>
    public ConcurrentDictionary<string, Func<string, Task>> Before { get; } = new();

    /// <summary>Somebody else writes the record.</summary>
    public void Overwrite<T>(GrainId grainId, string stateName, T state) => _records.AddOrUpdate(
        Key(stateName, grainId),
        _ => (JsonSerializer.Serialize(state), 1),
        (_, old) => (JsonSerializer.Serialize(state), old.Version + 1));

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Hold("read", grainId);
        grainState.RecordExists = _records.TryGetValue(Key(stateName, grainId), out var found);
        if (!grainState.RecordExists) return;
        grainState.State = JsonSerializer.Deserialize<T>(found.Json)!;
        grainState.ETag = Text(found.Version);
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Hold("write", grainId);
        var next = (JsonSerializer.Serialize(grainState.State), Version: Expected(grainState) + 1);
        if (!TryPut(Key(stateName, grainId), next, grainState.ETag)) throw Conflict(stateName, grainId, grainState.ETag);
        grainState.ETag = Text(next.Version);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Hold("clear", grainId);
        if (_records.TryGetValue(Key(stateName, grainId), out var found) && Text(found.Version) != grainState.ETag)
            throw Conflict(stateName, grainId, grainState.ETag);
        _records.TryRemove(Key(stateName, grainId), out _);
        grainState.ETag = null;
        grainState.RecordExists = false;
        grainState.State = Activator.CreateInstance<T>();
    }

    private static int Expected<T>(IGrainState<T> state) =>
        state.ETag is { } tag ? int.Parse(tag, CultureInfo.InvariantCulture) : 0;

    private static string Key(string stateName, GrainId grainId) => $"{stateName}/{grainId}";

    private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);

    private bool TryPut(string key, (string Json, int Version) next, string? etag) => etag is null
        ? _records.TryAdd(key, next)
        : _records.TryGetValue(key, out var old) && Text(old.Version) == etag && _records.TryUpdate(key, next, old);

    private InconsistentStateException Conflict(string stateName, GrainId grainId, string? etag)
    {
        _records.TryGetValue(Key(stateName, grainId), out var found);
        return new($"{stateName} of {grainId} has changed.", Text(found.Version), etag ?? "none");
    }

    private async Task Hold(string operation, GrainId grainId)
    {
        await Task.Yield();
        if (Before.TryGetValue(grainId.Key.ToString()!, out var before)) await before(operation);
    }
}
