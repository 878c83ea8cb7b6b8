using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Suyuan.Common;

/// <summary>How often one client address may do what guessing machines like to do. Configured as RateLimits:{Name}:PerMinute.</summary>
internal static class RateLimits
{
    public const string SignIn = nameof(SignIn);
    public const string Registration = nameof(Registration);
    public const string LookUp = nameof(LookUp);
    public const string Upload = nameof(Upload);

    private static readonly (string Name, int PerMinute)[] Standards = [(SignIn, 30), (Registration, 20), (LookUp, 600), (Upload, 300)];

    public static void AddRateLimits(this WebApplicationBuilder builder) => builder.Services.AddRateLimiter(options =>
    {
        foreach (var (name, standard) in Standards)
            Add(options, name, builder.Configuration.GetValue($"RateLimits:{name}:PerMinute", standard));
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var given) ? given : TimeSpan.FromSeconds(1);
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            var problems = context.HttpContext.RequestServices.GetRequiredService<IProblemDetailsService>();
            await problems.WriteAsync(new()
            {
                HttpContext = context.HttpContext, ProblemDetails = WebRefusals.TooManyRequests.ToDetails(),
            });
        };
    });

    private static void Add(RateLimiterOptions options, string name, int perMinute) =>
        options.AddPolicy(name, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));
}
