using Microsoft.Net.Http.Headers;

namespace Suyuan.Lookup;

/// <summary>How an answer's bytes are packed on the way.</summary>
internal enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

internal static class ContentCodings
{
    public static string? Name(this ContentCoding coding) => coding switch
    {
        ContentCoding.Gzip => "gzip",
        ContentCoding.Brotli => "br",
        _ => null,
    };

    /// <summary>The best one that the client takes, among equals Brotli.</summary>
    public static ContentCoding Accepted(HttpRequest request)
    {
        if (request.Headers.AcceptEncoding.Count == 0) return ContentCoding.Identity;
        var (best, quality) = (ContentCoding.Identity, 0.0);
        foreach (var accepted in request.GetTypedHeaders().AcceptEncoding)
        {
            var coding = Of(accepted);
            if (coding == ContentCoding.Identity || (accepted.Quality ?? 1) is not (> 0 and var asked)) continue;
            if (asked > quality || (asked == quality && coding > best)) (best, quality) = (coding, asked);
        }

        return best;
    }

    private static ContentCoding Of(StringWithQualityHeaderValue accepted) =>
        accepted.Value.Equals("br", StringComparison.OrdinalIgnoreCase) ? ContentCoding.Brotli
        : accepted.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) ? ContentCoding.Gzip
        : ContentCoding.Identity;
}
