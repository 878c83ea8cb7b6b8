using Microsoft.Net.Http.Headers;

namespace Suyuan.Common;

/// <summary>As IfMatch, but a caller who names no revision judges whatever is there.</summary>
internal readonly record struct SeenRevision(int? Revision, Refusal? Refusal = null) : IRequestPart<SeenRevision>
{
    public static string Name => HeaderNames.IfMatch;

    public static ValueTask<SeenRevision> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch.ToString();
        if (header.Trim().Length == 0) return ValueTask.FromResult(new SeenRevision(null));
        var read = IfMatch.Read(header);
        return ValueTask.FromResult(new SeenRevision(read.Revision, read.Refusal));
    }
}
