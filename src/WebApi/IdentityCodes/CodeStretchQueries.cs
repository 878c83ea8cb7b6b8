using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>Reads an allocation as bound and unbound stretches, page by page.</summary>
internal sealed class CodeStretchQueries(CodeRangeQueries ranges)
{
    public async Task<Page<CodeStretch>> List(CodeAllocationView allocation, StretchFilter filter, Limit limit, Cursor cursor)
    {
        var run = allocation.Run();
        if (IdentityCode.TryParse(cursor[0], null, out var after) && run.Contains(after))
        {
            if (after == run.End) return new([], null);
            run = CodeRun.Of(CodeRun.SerialOf(after, run.Checked) + 1, run.Last, run.Start.Length, run.Checked);
        }

        var found = new List<CodeStretch>();
        await foreach (var stretch in Read(run, limit.Value + 1))
        {
            if (filter.Bound is { } bound && bound != stretch.Bound) continue;
            found.Add(stretch);
            if (found.Count > limit.Value) break;
        }

        return Page<CodeStretch>.Of(found, limit, stretch => [stretch.End.Value]);
    }

    private async IAsyncEnumerable<CodeStretch> Read(CodeRun run, int most)
    {
        while (true)
        {
            var read = await ranges.Between(run, most);
            var last = read.Count < most;
            // What lies behind the last range that was read is not known yet, and the next look begins there.
            var known = last ? run : run with { End = read[^1].End };
            foreach (var stretch in CodeStretches.Of(known, read)) yield return stretch;
            if (last || known.Last >= run.Last) yield break;
            run = CodeRun.Of(known.Last + 1, run.Last, run.Start.Length, run.Checked);
        }
    }
}
