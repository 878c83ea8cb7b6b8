using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Suyuan.Common;

/// <summary>The revision that an edit was made on (header If-Match); `*` edits whatever is there.</summary>
internal readonly record struct IfMatch(int? Revision, Refusal? Refusal = null) : IRequestPart<IfMatch>
{
    public static string Name => HeaderNames.IfMatch;

    public static ValueTask<IfMatch> BindAsync(HttpContext context) =>
        ValueTask.FromResult(Read(context.Request.Headers.IfMatch.ToString()));

    internal static IfMatch Read(string header)
    {
        var text = header.Trim();
        if (text.Length == 0) return new(null, WebRefusals.IfMatchRequired);
        if (text == "*") return new(null);
        return text is ['"', .. var inner, '"'] && int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? new(revision)
            : new(null, WebRefusals.MalformedParameter(Name));
    }
}
