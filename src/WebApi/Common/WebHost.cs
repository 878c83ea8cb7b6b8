using System.Text;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Suyuan.Accounts;

namespace Suyuan.Common;

/// <summary>What the web needs beside the node: conventions of api.md, once for every endpoint.</summary>
internal static class WebHost
{
    private const int DeepestJson = 32;

    public static void AddWeb(this WebApplicationBuilder builder)
    {
        // Old purchase systems and Excel write GB18030.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var services = builder.Services;
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Uploads.MiB;
        });
        // An unreadable request is an exception with a cause that FailureHandler can tell the client, in every environment.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options =>
        {
            SuyuanJson.Configure(options.SerializerOptions);
            options.SerializerOptions.MaxDepth = DeepestJson;
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
            options.SerializerOptions.Converters.Insert(0, new TextJsonConverter());
            options.SerializerOptions.TypeInfoResolver =
                (options.SerializerOptions.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(NullElements.Refuse);
        });
        services.AddSingleton<ProblemCatalogue>().AddScoped<Reasons>();
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<FailureHandler>();
        services.AddValidation();
        services.AddHttpContextAccessor();
        services.AddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.User.ToCaller());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, UnmatchedRoutes>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IdempotencyStore>();
        services.AddSingleton<ExportLedger>();
        builder.AddRateLimits();
        services.AddDocuments();
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePages();
        app.UseBodyRules();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseActor();
        app.UseOneTimePasswords();
        app.UseMiddleware<IdempotencyMiddleware>();
    }

    /// <summary>The group of every API route, with the checks and answers that all of them share.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app) => app
        .MapGroup("/api/v1")
        .AddEndpointFilter<RouteGroupBuilder, AnswerFilter>()
        .WithRequestChecks()
        .WithStatedReasons();
}
