using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Orleans.Runtime;
using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>Signing in, and who the caller of a request is.</summary>
internal static class AccountSetup
{
    private const int StandardAccessMinutes = 15;

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var minutes = builder.Configuration.GetValue("Sessions:AccessTokenMinutes", StandardAccessMinutes);
        builder.Services
            .AddAuthentication(CallerAuthentication.Name)
            .AddScheme<AuthenticationSchemeOptions, CallerAuthentication>(CallerAuthentication.Name, null)
            .AddBearerToken(options => options.BearerTokenExpiration = TimeSpan.FromMinutes(minutes));
        builder.Services.AddSingleton<SessionTokens>();
        builder.Services.AddSingleton<AccountQueries>().AddSingleton<AccountImport>();
        builder.Services.AddScoped(provider => CurrentSession.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.User));
        builder.Services.AddHostedService<PlatformAccount>();
    }

    /// <summary>Tells every grain called from here on who acts, for the history of what it stores.</summary>
    public static void UseActor(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.User.FindFirstValue(ClaimTypes.Name) is { } actor) RequestContext.Set("actor", actor);
        return next(context);
    });
}
