using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Suyuan.Common;

/// <summary>An endpoint that takes a file: its own size limit, and no antiforgery since a bearer token is no cookie.</summary>
internal static class Uploads
{
    public const long MiB = 1024 * 1024;
    private const long FormOverhead = 64 * 1024;

    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder builder, long mebibytes) => builder
        .DisableAntiforgery()
        .WithMetadata(new SizeLimit(mebibytes * MiB + FormOverhead))
        .WithFormOptions(multipartBodyLengthLimit: mebibytes * MiB + FormOverhead, bufferBodyLengthLimit: mebibytes * MiB + FormOverhead);

    /// <summary>As above, where the handler reads the body itself, as it comes: a form's file or the bare content.</summary>
    public static RouteHandlerBuilder TakesContent(this RouteHandlerBuilder builder, long mebibytes) => builder
        .Accepts<IFormFile>("multipart/form-data", "*/*")
        .AddOpenApiOperationTransformer(DescribeContent)
        .WithMetadata(new SizeLimit(mebibytes * MiB + FormOverhead));

    /// <summary>A form has the file in a field; anything else is the file.</summary>
    private static Task DescribeContent(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };
        foreach (var (type, content) in operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>())
        {
            content.Schema = type != "multipart/form-data" ? Binary() : new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string> { "file" },
                Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = Binary() },
            };
        }

        return Task.CompletedTask;
    }

    /// <summary>JSON of more than the usual size.</summary>
    public static RouteHandlerBuilder TakesUpTo(this RouteHandlerBuilder builder, long mebibytes) =>
        builder.WithMetadata(new SizeLimit(mebibytes * MiB));

    private sealed record SizeLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
