namespace Suyuan.Lookup;

/// <summary>Counts look-ups (LK2): one client and code once in ten minutes, robots never; and tells how many there were.</summary>
internal sealed class ScanCounts(ScanTable table, ScanReads reads, RecentClients clients, TimeProvider clock)
{
    /// <summary>Counts this look-up where it counts; what is told includes it, written or not.</summary>
    public ValueTask<Scan> Count(HttpContext context, CodeValue code)
    {
        if (!Robots.Sent(context.Request) && clients.IsNew(context, code)) table.Add(code, clock.GetUtcNow());
        return table.TryGet(code, out var scan) ? new(scan) : new(Ask(code));
    }

    private async Task<Scan> Ask(CodeValue code)
    {
        var stored = await reads.Of(code);
        // What was counted here and is not written stands beside what is stored.
        if (table.TryGet(code, out var here) || stored.Count == 0) return here;
        return new(stored.Count + here.Count, here.Count == 0 || stored.FirstAt < here.FirstAt ? stored.FirstAt : here.FirstAt);
    }
}
