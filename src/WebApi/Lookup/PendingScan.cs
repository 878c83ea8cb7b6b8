namespace Suyuan.Lookup;

/// <summary>Look-ups of a code that are counted and not yet written.</summary>
internal readonly record struct PendingScan(CodeValue Code, long Scans, DateTimeOffset FirstAt, DateTimeOffset LastAt)
{
    /// <summary>What is known of a code that has no others.</summary>
    public Scan ToScan() => new(Scans, FirstAt);
}
