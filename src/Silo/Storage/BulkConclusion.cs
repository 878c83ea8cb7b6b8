namespace Suyuan.Silo.Storage;

/// <summary>What is known of an import once its rows are read: whether it stays, and what the ledger is told of it.</summary>
public sealed record BulkConclusion(bool Keep, IReadOnlyDictionary<string, string> Facts);
