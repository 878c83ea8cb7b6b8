namespace Suyuan.Silo.Storage;

/// <summary>Whose job of which kind on what; the hash covers the route and the file.</summary>
public sealed record JobContent(string Account, string Kind, byte[] Hash, string FileName);
