using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Suyuan.Common;

namespace Suyuan.Lookup;

/// <summary>
/// What goes wrong on the way to a consumer's page is told as a page, in words for people: too many look-ups (429), the database
/// away (503). Whoever asks for JSON gets the problem itself.
/// </summary>
internal sealed class ConsumerPages : IProblemDetailsWriter
{
    private const string Html = "text/html; charset=utf-8";

    public bool CanWrite(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        // Of a request that failed only the handler of failures still knows where it led.
        var endpoint = http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return endpoint?.Metadata.GetMetadata<Mark>() is not null
            && !http.Request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase);
    }

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        Problems.Complete(problem, http);
        http.Response.Headers.ContentSecurityPolicy = LookupPage.ContentSecurityPolicy;
        http.Response.Headers.CacheControl = "no-store";
        var words = CodeWords.In(Languages.Preferred(http.Request));
        var (title, help) = Told(problem, words);
        var page = CodePage.Message(words, title, help);
        http.Response.ContentType = Html;
        return new(http.Response.WriteAsync(page, Encoding.UTF8, http.RequestAborted));
    }

    private static (string Title, string Help) Told(ProblemDetails problem, CodeWords words) => problem.Status switch
    {
        StatusCodes.Status429TooManyRequests => (words.TooOften, words.TooOftenHelp),
        >= StatusCodes.Status500InternalServerError => (words.Away, words.AwayHelp),
        _ => (LookupPage.Safe(problem.Title ?? ""), LookupPage.Safe(problem.Detail ?? "")),
    };

    /// <summary>Marks a route that answers people.</summary>
    public sealed record Mark;
}

internal static class ConsumerPageRoutes
{
    public static TBuilder IsConsumerPage<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new ConsumerPages.Mark());
}
