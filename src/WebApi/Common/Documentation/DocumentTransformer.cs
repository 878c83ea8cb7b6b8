using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Suyuan.Common;

/// <summary>What the document says once for all operations: title, ways to sign in, the shape of a problem.</summary>
internal sealed class DocumentTransformer : IOpenApiDocumentTransformer
{
    public const string Bearer = "bearer";
    public const string Device = "device";
    public const string Problem = "Problem";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "Suyuan 溯源",
            Version = "v1",
            Description = "Product traceability: cotton from plot to bale, agricultural products from filing to consumer.",
            Contact = new() { Name = "Suyuan platform" },
        };
        document.Servers = [new() { Url = "/" }];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The accessToken of POST /api/v1/sessions.",
            },
            [Device] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = DeviceKeyHeader.Name,
                Description = "A collector's key, {gin}-{line}.{secret}, or a sensor's, sensor-{id}.{secret}.",
            },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[Problem] = ProblemSchema();
        document.Tags = document.Paths.Values
            .SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>())
            .SelectMany(operation => operation.Tags ?? Enumerable.Empty<OpenApiTagReference>())
            .Select(tag => tag.Name ?? "")
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(name => new OpenApiTag { Name = name, Description = $"{name}." })
            .ToHashSet();
        return Task.CompletedTask;
    }

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Problem details (RFC 9457).",
        Required = new HashSet<string> { "type", "title", "status", "code", "arguments", "traceId" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("/problems/{code}, a page that explains it"),
            ["title"] = Text("what happened, in the client's language"),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "the HTTP status" },
            ["detail"] = Text("what happened here"),
            ["code"] = Text("stable, for programs"),
            ["arguments"] = Map(Text("a fact of the refusal"), "the facts that the detail names"),
            ["traceId"] = Text("for support"),
            ["errors"] = Map(new() { Type = JsonSchemaType.Array, Items = Text("message") }, "messages by field"),
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema Map(OpenApiSchema of, string description) =>
        new() { Type = JsonSchemaType.Object, AdditionalProperties = of, Description = description };
}
