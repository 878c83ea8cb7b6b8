namespace Suyuan.Silo.Storage;

/// <summary>A file on its way into a ledger: the ledger's name, the file's digest, and what the ledger is told beside the rows.</summary>
public sealed record BulkImport(string Ledger, byte[] Sha256, IReadOnlyDictionary<string, string> Facts);
