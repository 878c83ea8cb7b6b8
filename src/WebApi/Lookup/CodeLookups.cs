using Suyuan.Common;

namespace Suyuan.Lookup;

/// <summary>From a code to what may be shown of it, in memory but for a view that nobody asked for lately.</summary>
internal sealed class CodeLookups(CodeDirectory directory, PreparedViews views)
{
    private static readonly CodeFound Unknown = CodeFound.None(LookupRefusals.UnknownCode);
    private static readonly CodeFound NotBound = CodeFound.None(LookupRefusals.CodeNotBound);

    public async ValueTask<CodeFound> Find(string text)
    {
        // Whoever cannot hear what was unpublished must not show what it knew.
        if (!directory.IsCurrent) throw new TimeoutException("Codes are not read yet, or the database has been away for too long.");
        if (!CodeValue.TryParse(text, out var code)) return Unknown;
        var index = directory.Index;
        if (!index.TryFind(code, out var span)) return index.IsAllocated(code) ? NotBound : Unknown;
        return Found(code, await views.Of(span.Batch), directory.Register.Notice(span.Notice));
    }

    private static CodeFound Found(CodeValue code, PreparedBatch? batch, string recall) =>
        batch is null ? NotBound : new(code, batch, recall, null);
}
