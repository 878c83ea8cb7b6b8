using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Suyuan.Lookup;

/// <summary>A node is ready once it knows the codes.</summary>
internal sealed class LookupHealth(CodeDirectory directory) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(directory.IsCurrent
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The codes are not read yet, or nothing was heard from the database for too long."));
}
