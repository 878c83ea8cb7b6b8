using Microsoft.AspNetCore.Authorization;

namespace Suyuan.Common;

/// <summary>Deny by default: an endpoint names who may call it or stands on this list, else the application does not start.</summary>
internal static class PublicRoutes
{
    /// <summary>Open to anybody. This list may only grow for a reason that a reviewer has read.</summary>
    public static readonly IReadOnlyList<string> Patterns =
    [
        "GET /health/live",
        "GET /health/ready",
        "GET /openapi/{documentName}.json",
        "GET /scalar",
        "GET /scalar/{file}",
        "GET /problems",
        "GET /problems/{**code}",
        "POST /api/v1/sessions",
        "POST /api/v1/sessions/refresh",
        "POST /api/v1/registrations/codes",
        "POST /api/v1/registrations",
        "POST /api/v1/gin-registrations",
        "POST /api/v1/enterprise-registrations",

        // Codes on labels and bales lead here: pages without personal data, rate-limited.
        "GET /c/{card}",
        "GET /b/{barcode}",
        "GET /q",
        "GET /q/scan.js",
        "GET /q/{code}",
        "HEAD /q/{code}",
        "GET /q/{code}/records/{item}",
        "GET /q/{code}/files/{sha256}",
        "HEAD /q/{code}/files/{sha256}",
        "GET /01/{gtin}/10/{batch}/21/{code}",
        "HEAD /01/{gtin}/10/{batch}/21/{code}",
        "GET /api/v1/lookups/{code}",

        // Whoever registers chooses a home region or a division before there is an account; their codes and names are public facts.
        "GET /api/v1/regions",
        "GET /api/v1/districts",
        "GET /api/v1/districts/{district}",
    ];

    public static void RefuseUnguardedEndpoints(this IEndpointRouteBuilder app)
    {
        var unguarded = app.DataSources
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => !IsGuarded(endpoint))
            .SelectMany(PatternsOf)
            .Except(Patterns, StringComparer.Ordinal)
            .ToList();
        if (unguarded.Count > 0)
            throw new InvalidOperationException(
                $"Endpoints without .Allow(...) that are not on the public list: {string.Join(", ", unguarded)}");
    }

    public static IEnumerable<string> PatternsOf(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
        .Select(method => $"{method} /{endpoint.RoutePattern.RawText?.Trim('/')}");

    private static bool IsGuarded(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<AllowedRoles>() is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;
}
