namespace Suyuan.IdentityCodes;

/// <summary>Part of an allocation: codes of one bound range, or a gap of codes that are not bound.</summary>
internal sealed record CodeStretch
{
    public required bool Bound { get; init; }
    public required IdentityCode Start { get; init; }
    public required IdentityCode End { get; init; }
    public required long Codes { get; init; }

    /// <summary>The batch and the range that the codes are bound by; a range may reach beyond the allocation.</summary>
    public string? Batch { get; init; }
    public string? Range { get; init; }
}

/// <summary>Lays ranges out over a run: what they hold of it, and the gaps between.</summary>
internal static class CodeStretches
{
    /// <param name="run">What is laid out; the caller's ranges are in order and know of nothing behind it.</param>
    public static IEnumerable<CodeStretch> Of(CodeRun run, IEnumerable<CodeRangeItem> ranges)
    {
        var next = run.First;
        foreach (var range in ranges)
        {
            if (new CodeRun(range.Start, range.End, run.Checked).Within(run) is not { } held) continue;
            if (held.First > next) yield return Gap(run, next, held.First - 1);
            yield return Stretch(held, range);
            next = held.Last + 1;
        }

        if (next <= run.Last) yield return Gap(run, next, run.Last);
    }

    private static CodeStretch Gap(CodeRun run, UInt128 first, UInt128 last) =>
        Stretch(CodeRun.Of(first, last, run.Start.Length, run.Checked), null);

    private static CodeStretch Stretch(CodeRun run, CodeRangeItem? range) => new()
    {
        Bound = range is not null, Start = run.Start, End = run.End, Codes = (long)run.Count, Batch = range?.Batch, Range = range?.Id,
    };
}
