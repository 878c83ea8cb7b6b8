using Microsoft.AspNetCore.Authorization;
using Suyuan.Accounts;

namespace Suyuan.Common;

/// <summary>Who may call an endpoint. The platform is allowed only where it is listed.</summary>
internal static class Policies
{
    public static TBuilder Allow<TBuilder>(this TBuilder builder, params Role[] roles) where TBuilder : IEndpointConventionBuilder =>
        builder
            .RequireAuthorization(new AuthorizationPolicyBuilder()
                .RequireAuthenticatedUser()
                .RequireRole(roles.Select(RoleClaims.NameOf))
                .Build())
            .WithMetadata(new AllowedRoles(roles));

    /// <summary>Any person who is signed in, in whatever role; devices are no persons.</summary>
    public static TBuilder AllowSignedIn<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.Allow([.. Enum.GetValues<Role>().Where(role => role is not (Role.Collector or Role.Sensor))]);
}

/// <summary>Endpoint metadata: the roles that pass.</summary>
internal sealed record AllowedRoles(IReadOnlyList<Role> Roles);
