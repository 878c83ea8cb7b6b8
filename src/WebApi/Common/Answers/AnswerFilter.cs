using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Suyuan.Common;

/// <summary>What every answer of the API gets: problems their words, views their ETag, pages their Link.</summary>
internal sealed class AnswerFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var http = context.HttpContext;
        var result = answer;
        while (result is INestedHttpResult nested) result = nested.Result;

        if (result is ProblemHttpResult problem) Problems.Complete(problem.ProblemDetails, http);
        if (result is not IValueHttpResult { Value: { } value }) return answer;
        if (value is IPage { NextCursor: { } cursor }) http.Response.Headers.Link = NextLink(http.Request, cursor);
        if (value is not IRevisioned view) return answer;

        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{view.Revision}\"");
        http.Response.Headers.ETag = tag;
        var unchanged = HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.IfNoneMatch.Contains(tag);
        return unchanged ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : answer;
    }

    private static string NextLink(HttpRequest request, string cursor)
    {
        var query = request.Query
            .Where(pair => !pair.Key.Equals(Cursor.Name, StringComparison.OrdinalIgnoreCase))
            .Append(new(Cursor.Name, cursor));
        return $"<{QueryHelpers.AddQueryString(request.PathBase + request.Path, query)}>; rel=\"next\"";
    }
}
