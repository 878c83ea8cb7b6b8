namespace Orleans
{
    /// <summary>A record between a grain and its store.</summary>
    public interface IGrainState<T>
    {
        T State { get; set; }

        string? ETag { get; set; }

        bool RecordExists { get; set; }
    }

    /// <summary>The plain one.</summary>
    public sealed class GrainState<T> : IGrainState<T>
    {
        public GrainState() => State = default!;

        public GrainState(T state) => State = state;

        public GrainState(T state, string? eTag) : this(state) => ETag = eTag;

        public T State { get; set; }

        public string? ETag { get; set; }

        public bool RecordExists { get; set; }
    }
}

namespace Orleans.Core
{
    /// <summary>A record in its store.</summary>
    public interface IStorage
    {
        string? Etag { get; }

        bool RecordExists { get; }

        Task ClearStateAsync();

        Task WriteStateAsync();

        Task ReadStateAsync();
    }

    /// <summary>A record of one type in its store.</summary>
    public interface IStorage<TState> : IStorage
    {
        TState State { get; set; }
    }
}

namespace Orleans.Runtime
{
    /// <summary>The record of a grain, read before the grain is activated.</summary>
    public interface IPersistentState<TState> : Orleans.Core.IStorage<TState>;

    /// <summary>Names the record and the store of a constructor's parameter.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    public class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute
    {
        public string StateName { get; } = stateName;

        public string? StorageName { get; } = storageName;
    }
}

namespace Orleans.Storage
{
    /// <summary>A store of records.</summary>
    public interface IGrainStorage
    {
        Task ReadStateAsync<T>(string stateName, Orleans.Runtime.GrainId grainId, IGrainState<T> grainState);

        Task WriteStateAsync<T>(string stateName, Orleans.Runtime.GrainId grainId, IGrainState<T> grainState);

        Task ClearStateAsync<T>(string stateName, Orleans.Runtime.GrainId grainId, IGrainState<T> grainState);
    }
}
