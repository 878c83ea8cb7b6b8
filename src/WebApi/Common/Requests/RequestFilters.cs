using Microsoft.AspNetCore.Mvc;

namespace Suyuan.Common;

/// <summary>
/// What every endpoint of the API checks before its handler: the query string holds nothing unknown, each part was readable.
/// </summary>
internal static class RequestFilters
{
    public static TBuilder WithRequestChecks<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilterFactory((context, next) =>
        {
            var declared = QueryParameters.Of(context.MethodInfo);
            return async invocation =>
            {
                if (Check(invocation, declared) is not { } problem) return await next(invocation);
                return TypedResults.Problem(problem);
            };
        });

    private static ProblemDetails? Check(EndpointFilterInvocationContext invocation, Dictionary<string, bool> declared)
    {
        var request = invocation.HttpContext.Request;
        var exported = invocation.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ExportMetadata>() is not null;
        foreach (var (name, values) in request.Query)
        {
            var repeatable = false;
            var known = declared.TryGetValue(name, out repeatable) || (exported && name == TableFormats.Parameter);
            if (!known || request.RouteValues.ContainsKey(name))
                return Problem(WebRefusals.UnknownParameter(name), name, "unknown");
            if ((values.Count > 1 && !repeatable) || values.Any(value => value is not null && Controls.Has(value)))
                return Problem(WebRefusals.MalformedParameter(name), name, "malformed");
        }

        foreach (var (name, value) in request.RouteValues)
        {
            if (value is string text && Controls.Has(text)) return Problem(WebRefusals.MalformedParameter(name), name, "malformed");
        }

        return invocation.Arguments.OfType<IRequestPart>().FirstOrDefault(part => part.Refusal is not null)?.Refusal?.ToDetails();
    }

    private static ProblemDetails Problem(Refusal refusal, string name, string message) =>
        refusal.ToDetails().WithErrors((Controls.Has(name) ? "query" : name, message));
}
