using System.Runtime.InteropServices;

namespace Suyuan.Lookup;

/// <summary>
/// Counts of look-ups by code: what is stored, and what is still to be written. Cut into parts with a lock each, so that look-ups of
/// different codes seldom meet. Of what is stored up to so many codes are held; of the others a filter tells whether they may be stored.
/// </summary>
internal sealed class ScanTable(long most)
{
    private const int Parts = 64;
    private readonly Part[] parts = [.. Enumerable.Range(0, Parts).Select(_ => new Part())];
    private readonly long mostOfPart = Math.Max(1, most / Parts);
    private CodeFilter? beyond;

    /// <summary>Codes that are held.</summary>
    public int Count => parts.Sum(part => part.Held.Count);

    /// <summary>Codes that have something to be written; a figure that may be a moment old.</summary>
    public int Changed => parts.Sum(part => part.Changed.Count);

    /// <summary>Of so many stored codes it can tell those that never were.</summary>
    public long Most => most * CodeFilter.TimesHeld;

    /// <summary>Everything that is stored is held or known to the filter.</summary>
    public bool Filled { get; set; }

    /// <summary>What is known of a code; false where the database has to be asked for what it stores.</summary>
    public bool TryGet(CodeValue code, out Scan scan)
    {
        var (key, part) = (code.Key, Of(code.Key));
        lock (part)
        {
            var known = part.Held.TryGetValue(key, out var stored);
            scan = part.Pending.TryGetValue(key, out var pending) ? stored.With(pending) : stored.ToScan();
            return known || (Filled && (Volatile.Read(ref beyond) is not { } filter || !filter.MayHold(key)));
        }
    }

    /// <summary>Counts one look-up.</summary>
    public void Add(CodeValue code, DateTimeOffset at)
    {
        var (key, part) = (code.Key, Of(code.Key));
        lock (part)
        {
            ref var pending = ref CollectionsMarshal.GetValueRefOrAddDefault(part.Pending, key, out _);
            if (pending.Counted == 0) part.Changed.Add(key);
            pending = pending.Plus(HeldScan.Seconds(at));
        }
    }

    /// <summary>What the database has of a code, with so many of those that were taken for writing; never less than was known.</summary>
    public void Put(CodeValue code, Scan stored, long written = 0)
    {
        var (key, part) = (code.Key, Of(code.Key));
        lock (part)
        {
            if (part.Held.TryGetValue(key, out var held) || part.Held.Count < mostOfPart) part.Held[key] = held.Or(stored);
            else LazyInitializer.EnsureInitialized(ref beyond, () => new(most)).Add(key);

            if (written == 0) return;
            ref var pending = ref CollectionsMarshal.GetValueRefOrNullRef(part.Pending, key);
            pending.Writing -= (int)written;
            if (pending is { Writing: 0, Counted: 0 }) part.Pending.Remove(key);
        }
    }

    /// <summary>Takes what is to be written; it stays in the sum until it is put as stored.</summary>
    public List<PendingScan> TakePending()
    {
        var taken = new List<PendingScan>();
        foreach (var part in parts)
        {
            lock (part)
            {
                foreach (var key in part.Changed)
                {
                    ref var pending = ref CollectionsMarshal.GetValueRefOrNullRef(part.Pending, key);
                    taken.Add(new(CodeValue.Of(key), pending.Counted, HeldScan.Time(pending.First), HeldScan.Time(pending.Last)));
                    pending.Writing += pending.Counted;
                    pending.Counted = 0;
                }

                part.Changed.Clear();
            }
        }

        return taken;
    }

    private Part Of(UInt128 key) => parts[CodeFilter.Mixed(key) >>> 58];

    private sealed class Part
    {
        public Dictionary<UInt128, HeldScan> Held { get; } = [];

        public Dictionary<UInt128, UnwrittenScan> Pending { get; } = [];

        /// <summary>Codes whose look-ups nobody has taken for writing.</summary>
        public List<UInt128> Changed { get; } = [];
    }
}
