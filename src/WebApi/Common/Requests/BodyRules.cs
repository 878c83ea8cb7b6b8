using System.Text;
using Microsoft.Net.Http.Headers;

namespace Suyuan.Common;

/// <summary>JSON travels as UTF-8: a body in another charset is refused before the framework trips over it.</summary>
internal static class BodyRules
{
    public static void UseBodyRules(this IApplicationBuilder app) => app.Use((context, next) =>
        IsForeignCharset(context.Request.ContentType)
            ? context.RequestServices.GetRequiredService<IProblemDetailsService>()
                .WriteAsync(new() { HttpContext = context, ProblemDetails = WebRefusals.UnsupportedMediaType.ToDetails() }).AsTask()
            : next(context));

    private static bool IsForeignCharset(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Value?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true
        && type.Charset.HasValue
        && !type.Charset.Value.AsSpan().Trim('"').Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase);
}
