namespace Suyuan.Common;

/// <summary>Headers that keep browsers from doing more with an answer than it was meant for.</summary>
internal static class SecurityHeaders
{
    private const string Strict = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>
    /// For our own pages: scripts and data from here alone. Component libraries set style attributes, hence inline styles.
    /// </summary>
    private const string Page = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'; "
        + "base-uri 'self'; form-action 'self'";

    // Set when the answer starts: an exception on the way clears what was set before.
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Set(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        var data = IsData(context.Request.Path);
        // A page that prints brings the policy of its own style sheet.
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = data ? Strict : Page;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=()";
        if (data && headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
    }

    private static bool IsData(PathString path) => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
