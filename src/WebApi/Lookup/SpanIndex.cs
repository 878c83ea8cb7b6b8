using System.Runtime.InteropServices;

namespace Suyuan.Lookup;

/// <summary>
/// The spans of codes of one length, in order. An index never changes: a change makes another one that shares the leaves it did not
/// touch, so whoever reads needs no lock, and a million ranges are not copied for one.
/// </summary>
internal sealed class SpanIndex
{
    private readonly SpanLeaf[] leaves;
    private readonly UInt128[] firsts;

    private SpanIndex(IEnumerable<SpanLeaf> leaves)
    {
        this.leaves = [.. leaves];
        firsts = [.. this.leaves.Select(leaf => leaf.First)];
    }

    public static SpanIndex Empty { get; } = new([]);

    public int Count => leaves.Sum(leaf => leaf.Count);

    public static SpanIndex Of(List<CodeSpan> spans)
    {
        spans.Sort((one, other) => one.Start.CompareTo(other.Start));
        return new(Leaves(spans));
    }

    public bool TryFind(UInt128 value, out CodeSpan span)
    {
        span = default;
        var at = Array.BinarySearch(firsts, value);
        if (at < 0) at = ~at - 1;
        return at >= 0 && leaves[at].TryFind(value, out span);
    }

    /// <summary>Without what these batches had, and with what they have now.</summary>
    public SpanIndex With(IReadOnlySet<int> batches, List<CodeSpan> now)
    {
        now.Sort((one, other) => one.Start.CompareTo(other.Start));
        if (leaves.Length == 0) return now.Count == 0 ? this : new(Leaves(now));
        var changed = new List<SpanLeaf>(leaves.Length + 1);
        var next = 0;
        for (var at = 0; at < leaves.Length; at++)
        {
            var added = next;
            while (next < now.Count && (at + 1 == leaves.Length || now[next].Start < firsts[at + 1])) next++;
            if (next == added && !leaves[at].HasAny(batches))
            {
                changed.Add(leaves[at]);
                continue;
            }

            var kept = leaves[at].Spans().Where(span => !batches.Contains(span.Batch)).Concat(now[added..next]).ToList();
            kept.Sort((one, other) => one.Start.CompareTo(other.Start));
            changed.AddRange(Leaves(kept));
        }

        return new(changed);
    }

    // Half full where it must split, so that a next span finds room.
    private static IEnumerable<SpanLeaf> Leaves(List<CodeSpan> spans)
    {
        var size = spans.Count is > SpanLeaf.Most and <= 2 * SpanLeaf.Most ? SpanLeaf.Most / 2 + 1 : SpanLeaf.Most;
        for (var at = 0; at < spans.Count; at += size)
            yield return new(CollectionsMarshal.AsSpan(spans).Slice(at, Math.Min(size, spans.Count - at)));
    }
}
