using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Suyuan.Common;

/// <summary>Probes: live means the process answers, ready means that it can serve.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
