using System.Security.Claims;

namespace Suyuan.Common;

/// <summary>
/// A POST with an Idempotency-Key is done once: the same key and content get the stored answer again. Kept for 24 hours. A node
/// that dies between the deed and its answer leaves the key open for a minute; after that the deed is tried again.
/// </summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next, IdempotencyStore store)
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 200;

    public async Task InvokeAsync(HttpContext context, IProblemDetailsService problems)
    {
        var key = context.Request.Headers[Header].ToString();
        if (key.Length == 0 || !HttpMethods.IsPost(context.Request.Method) || Exempt(context))
        {
            await next(context);
            return;
        }

        if (key.Length > LongestKey || Controls.Has(key))
        {
            await problems.WriteAsync(new() { HttpContext = context, ProblemDetails = WebRefusals.MalformedParameter(Header).ToDetails() });
            return;
        }

        var account = context.User.FindFirstValue(ClaimTypes.Name) ?? "";
        var deed = new IdempotentDeed(account, context.Request.Path, key, await ContentHash.Of(context.Request));
        var known = await store.Begin(deed, context.RequestAborted);
        if (known.Refusal is { } refusal) await problems.WriteAsync(new() { HttpContext = context, ProblemDetails = refusal.ToDetails() });
        else if (known.Answer is { } answer) await Repeat(context, answer);
        else await Do(context, deed);
    }

    private async Task Do(HttpContext context, IdempotentDeed deed)
    {
        var body = context.Response.Body;
        await using var kept = new MemoryStream();
        context.Response.Body = kept;
        try
        {
            await next(context);
        }
        catch
        {
            await store.Forget(deed);
            throw;
        }
        finally
        {
            context.Response.Body = body;
        }

        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError) await store.Forget(deed);
        else await store.Keep(deed, StoredAnswer.Of(context.Response, kept.ToArray()));
        kept.Position = 0;
        await kept.CopyToAsync(body, context.RequestAborted);
    }

    private static async Task Repeat(HttpContext context, StoredAnswer answer)
    {
        answer.WriteTo(context.Response);
        context.Response.Headers["Idempotent-Replayed"] = "true";
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static bool Exempt(HttpContext context) =>
        context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<OwnIdentity>() is not null;
}
