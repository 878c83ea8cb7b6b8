namespace Suyuan.Lookup;

/// <summary>Spans by the length of their codes, as they are read.</summary>
internal sealed class CodeSpans
{
    public const int Lengths = CodeValue.Longest + 1;

    private readonly List<CodeSpan>?[] all = new List<CodeSpan>?[Lengths];

    public List<CodeSpan> Of(int length) => all[length] ??= [];

    /// <summary>Adds a range, cut where parts of it are frozen.</summary>
    public void Add(CodeValue start, CodeValue end, int batch, bool check, IReadOnlyList<FrozenPart> frozen)
    {
        var from = start.Value;
        foreach (var part in frozen.OrderBy(part => part.Start))
        {
            var (first, last) = (UInt128.Max(part.Start, from), UInt128.Min(part.End, end.Value));
            if (first > last) continue;
            if (first > from) Add(start.Length, from, first - 1, batch, 0, check);
            Add(start.Length, first, last, batch, part.Notice, check);
            from = last + 1;
        }

        if (from <= end.Value) Add(start.Length, from, end.Value, batch, 0, check);
    }

    private void Add(int length, UInt128 first, UInt128 last, int batch, int notice, bool check) =>
        Of(length).Add(new(first, (ulong)(last - first), batch, notice, check));
}

/// <summary>Part of a range that was recalled (冻结), and what the recall says.</summary>
internal readonly record struct FrozenPart(UInt128 Start, UInt128 End, int Notice);
