namespace Suyuan.Lookup;

/// <summary>Some neighbouring spans in order, member by member, so that they lie as close as they can: 33 bytes each.</summary>
internal sealed class SpanLeaf
{
    public const int Most = 1024;

    private const int CheckedBit = 1;
    private readonly UInt128[] starts;
    private readonly ulong[] reaches;
    private readonly int[] batches;
    private readonly int[] notices;
    private readonly byte[] flags;

    public SpanLeaf(ReadOnlySpan<CodeSpan> spans)
    {
        (starts, reaches) = (new UInt128[spans.Length], new ulong[spans.Length]);
        (batches, notices, flags) = (new int[spans.Length], new int[spans.Length], new byte[spans.Length]);
        for (var at = 0; at < spans.Length; at++)
        {
            (starts[at], reaches[at], batches[at], notices[at]) = (spans[at].Start, spans[at].Reach, spans[at].Batch, spans[at].Notice);
            flags[at] = spans[at].Checked ? (byte)CheckedBit : (byte)0;
        }
    }

    public int Count => starts.Length;

    public UInt128 First => starts[0];

    public bool TryFind(UInt128 value, out CodeSpan span)
    {
        span = default;
        var at = Array.BinarySearch(starts, value);
        if (at < 0) at = ~at - 1;
        if (at < 0 || value - starts[at] > reaches[at]) return false;
        span = Span(at);
        return true;
    }

    public bool HasAny(IReadOnlySet<int> wanted)
    {
        foreach (var batch in batches)
            if (wanted.Contains(batch)) return true;
        return false;
    }

    public IEnumerable<CodeSpan> Spans()
    {
        for (var at = 0; at < Count; at++) yield return Span(at);
    }

    private CodeSpan Span(int at) => new(starts[at], reaches[at], batches[at], notices[at], flags[at] == CheckedBit);
}
