namespace Orleans.Core;

/// <summary>A record of one type in its store.</summary>
public interface IStorage<TState> : IStorage
{
    TState State { get; set; }
}
