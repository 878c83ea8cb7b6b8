namespace Orleans.Runtime;

/// <summary>The record of a grain, read before the grain is activated.</summary>
public interface IPersistentState<TState> : Orleans.Core.IStorage<TState>;
