namespace Suyuan.Silo.Storage;

/// <summary>Where the stored history no longer holds together, and how.</summary>
public sealed record BrokenLink(string Kind, string Key, int Version, string Problem);
