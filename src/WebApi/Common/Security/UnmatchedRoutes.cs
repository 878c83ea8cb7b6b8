using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Suyuan.Common;

/// <summary>Where no endpoint matched there is nothing to protect: the answer is 404 or 405 and not "sign in first".</summary>
internal sealed class UnmatchedRoutes : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler standard = new();

    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        context.GetEndpoint() is RouteEndpoint
            ? standard.HandleAsync(next, context, policy, authorizeResult)
            : next(context);
}
