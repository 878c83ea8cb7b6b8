using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>
/// A session that was opened with a one-time password may change that and little else: two people know it, and one of them is not
/// its owner.
/// </summary>
internal static class OneTimePasswords
{
    public static TBuilder OpenToOneTimePasswords<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(Open.Instance);

    public static void UseOneTimePasswords(this IApplicationBuilder app) => app.Use((context, next) =>
        context.User.HasClaim(claim => claim.Type == RoleClaims.PasswordChange)
            && context.GetEndpoint()?.Metadata.GetMetadata<Open>() is null
            ? context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(
                new() { HttpContext = context, ProblemDetails = AccountRefusals.PasswordChangeRequired.ToDetails() }).AsTask()
            : next(context));

    private sealed class Open
    {
        public static readonly Open Instance = new();
    }
}
