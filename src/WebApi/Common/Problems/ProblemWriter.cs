using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Suyuan.Common;

/// <summary>Writes every problem as application/problem+json, also to clients whose Accept header does not name it.</summary>
internal sealed class ProblemWriter(IOptions<JsonOptions> json) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        Problems.Complete(context.ProblemDetails, context.HttpContext);
        await context.HttpContext.Response.WriteAsJsonAsync(
            context.ProblemDetails, context.ProblemDetails.GetType(), json.Value.SerializerOptions, "application/problem+json");
    }
}
