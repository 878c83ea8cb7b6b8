namespace Suyuan.Lookup;

/// <summary>Look-ups of a code that are counted and not yet written.</summary>
internal readonly record struct PendingScan(CodeValue Code, long Scans, DateTimeOffset FirstAt, DateTimeOffset LastAt);
