using Microsoft.AspNetCore.Http.HttpResults;

namespace Suyuan.Common;

/// <summary>The OpenAPI document and the page that shows it.</summary>
internal static class Documents
{
    private const string Page = """
        <!doctype html>
        <html lang="zh-CN">
          <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>溯源 API</title>
          </head>
          <body>
            <div id="reference"></div>
            <script src="/scalar/standalone.js"></script>
            <script src="/scalar/start.js"></script>
          </body>
        </html>
        """;

    // A file of its own, since the page's policy runs no inline script; fonts and proxies of third parties stay out.
    private const string Start = """
        Scalar.createApiReference('#reference', {
          url: '/openapi/v1.json', withDefaultFonts: false, telemetry: false, hideClientButton: true, agent: { disabled: true }
        })
        """;

    public static void AddDocuments(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer<DocumentTransformer>();
        options.AddOperationTransformer<OperationTransformer>();
        options.AddSchemaTransformer<SchemaTransformer>();
    });

    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapGet("/scalar", () => TypedResults.Content(Page, "text/html; charset=utf-8")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/scalar/{file}", Script).AllowAnonymous().ExcludeFromDescription();
    }

    private static Results<ContentHttpResult, FileStreamHttpResult, ProblemHttpResult> Script(string file)
    {
        if (file == "start.js") return TypedResults.Content(Start, "text/javascript; charset=utf-8");
        var asset = Path.Combine(AppContext.BaseDirectory, "assets", "scalar.js");
        return file == "standalone.js" && File.Exists(asset)
            ? TypedResults.Stream(File.OpenRead(asset), "text/javascript; charset=utf-8", lastModified: File.GetLastWriteTimeUtc(asset))
            : SharedRefusals.NotFound("file").ToProblem();
    }
}
