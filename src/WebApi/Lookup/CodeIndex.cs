namespace Suyuan.Lookup;

/// <summary>All bound ranges (关联的码段) and all codes given out, by the length of their codes. As unchanging as its parts.</summary>
internal sealed class CodeIndex
{
    private readonly SpanIndex[] bound;
    private readonly SpanIndex[] allocated;

    private CodeIndex(SpanIndex[] bound, SpanIndex[] allocated) => (this.bound, this.allocated) = (bound, allocated);

    public static CodeIndex Empty { get; } = new(EmptyParts(), EmptyParts());

    public int Ranges => bound.Sum(part => part.Count);

    public static CodeIndex Of(CodeSpans bound, CodeSpans allocated) => new(PartsOf(bound), PartsOf(allocated));

    public CodeIndex With(IReadOnlySet<int> batches, CodeSpans now) => new(Changed(bound, batches, now), allocated);

    public CodeIndex WithAllocated(IReadOnlySet<int> batches, CodeSpans now) => new(bound, Changed(allocated, batches, now));

    /// <summary>The span that binds the code. A code with a wrong check digit is none, wherever it lies.</summary>
    public bool TryFind(CodeValue code, out CodeSpan span) =>
        bound[code.Length].TryFind(code.Value, out span) && (!span.Checked || CheckDigit.Holds(code));

    /// <summary>The code was given out, whether it is bound or not.</summary>
    public bool IsAllocated(CodeValue code) =>
        allocated[code.Length].TryFind(code.Value, out var span) && (!span.Checked || CheckDigit.Holds(code));

    private static SpanIndex[] Changed(SpanIndex[] parts, IReadOnlySet<int> batches, CodeSpans now) =>
        [.. parts.Select((part, length) => part.With(batches, now.Of(length)))];

    private static SpanIndex[] PartsOf(CodeSpans spans) =>
        [.. Enumerable.Range(0, CodeSpans.Lengths).Select(length => SpanIndex.Of(spans.Of(length)))];

    private static SpanIndex[] EmptyParts() => [.. Enumerable.Repeat(SpanIndex.Empty, CodeSpans.Lengths)];
}
