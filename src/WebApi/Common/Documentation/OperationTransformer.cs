using System.Text.Json;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Suyuan.Accounts;
using Suyuan.Changes;

namespace Suyuan.Common;

/// <summary>What each operation says beside its own: who may call it, and every problem that it can give, by status and code.</summary>
internal sealed class OperationTransformer(ProblemCatalogue catalogue) : IOpenApiOperationTransformer
{
    private static readonly string[] BodyCodes =
        [WebRefusals.MalformedCode, "common/body-too-large", "common/unsupported-media-type"];

    private static OpenApiSchema Text => new() { Type = JsonSchemaType.String };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var roles = metadata.OfType<AllowedRoles>().LastOrDefault();
        var open = roles is null || metadata.OfType<IAllowAnonymous>().Any();
        operation.Description ??= open ? "Open to anybody." : $"Roles: {string.Join(", ", roles!.Roles.Select(Name))}.";
        operation.Security = open ? [] : SecurityOf(context.Document!, roles!);
        foreach (var part in Parts(metadata)) (operation.Parameters ??= []).Add(part);
        DescribeParameters(operation);
        if (metadata.OfType<ExportMetadata>().Any()) AddTables(operation);
        AddProblems(operation, context.Document!, CodesOf(operation, metadata, open));
        return Task.CompletedTask;
    }

    private static List<OpenApiSecurityRequirement> SecurityOf(OpenApiDocument document, AllowedRoles roles)
    {
        var ways = new List<OpenApiSecurityRequirement>
        {
            new() { [new OpenApiSecuritySchemeReference(DocumentTransformer.Bearer, document)] = [] },
        };
        if (roles.Roles.Any(role => role is Role.Collector or Role.Sensor))
            ways.Add(new() { [new OpenApiSecuritySchemeReference(DocumentTransformer.Device, document)] = [] });
        return ways;
    }

    private static IEnumerable<OpenApiParameter> Parts(IList<object> metadata)
    {
        var types = metadata.OfType<MethodInfo>()
            .SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType).ToList();
        if (types.Contains(typeof(Limit)))
            yield return Part(Limit.Name, ParameterLocation.Query, "Items a page, 1 to 200.", new()
            {
                Type = JsonSchemaType.Integer,
                Minimum = "1",
                Maximum = Limit.Largest.ToString(CultureInfo.InvariantCulture),
                Default = Limit.Standard,
            });
        if (types.Contains(typeof(Cursor)))
            yield return Part(Cursor.Name, ParameterLocation.Query, "The nextCursor of the page before.", Text);
        if (metadata.OfType<ExportMetadata>().Any())
            yield return Part(TableFormats.Parameter, ParameterLocation.Query, "Exports the whole filtered list as this, streamed.", new()
            {
                Type = JsonSchemaType.String,
                Enum = ["csv", "xlsx"],
            });
        foreach (var part in FeedParts(types)) yield return part;
        if (types.Contains(typeof(IfMatch)))
            yield return Part(IfMatch.Name, ParameterLocation.Header, "The ETag of the resource that was read.", Text, required: true);
    }

    private static void AddTables(OpenApiOperation operation)
    {
        var content = operation.Responses?["200"].Content;
        foreach (var type in Enum.GetValues<TableFormat>().Select(format => format.MediaType().Split(';')[0]))
            content?.Add(type, new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } });
    }

    private static IEnumerable<OpenApiParameter> FeedParts(List<Type> types)
    {
        if (types.Contains(typeof(After)))
            yield return Part(After.Name, ParameterLocation.Query, "The next of the page before; absent: from the start.", Text);
        if (types.Contains(typeof(Wait)))
            yield return Part(Wait.Name, ParameterLocation.Query, "Seconds that an empty page may wait for a change, 0 to 25.", new()
            {
                Type = JsonSchemaType.Integer,
                Minimum = "0",
                Maximum = "25",
                Default = 0,
            });
    }

    private static OpenApiParameter Part(
        string name, ParameterLocation at, string description, OpenApiSchema schema, bool required = false) =>
        new() { Name = name, In = at, Description = description, Schema = schema, Required = required };

    private static void DescribeParameters(OpenApiOperation operation)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            // Filters gathered in a record carry its members' names; a query string spells them as JSON does.
            if (parameter.In == ParameterLocation.Query) parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            parameter.Description ??= $"{parameter.Name}.";
        }
    }

    private static IEnumerable<string> CodesOf(OpenApiOperation operation, IList<object> metadata, bool open)
    {
        foreach (var code in metadata.OfType<RefusesMetadata>().SelectMany(refuses => refuses.Codes)) yield return code;
        if (operation.RequestBody is not null) foreach (var code in BodyCodes) yield return code;
        if (operation.Parameters is { Count: > 0 }) yield return "common/malformed-parameter";
        yield return "common/unknown-parameter";
        if (metadata.OfType<ExportMetadata>().Any()) yield return TableRefusals.WholeList.Code;
        if (!open) foreach (var code in (string[])["common/not-signed-in", "common/forbidden"]) yield return code;
        if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true) yield return "common/not-found";
        if (operation.Parameters?.Any(parameter => parameter.Name == IfMatch.Name) == true)
            foreach (var code in (string[])["common/stale", "common/if-match-required"]) yield return code;
        if (metadata.OfType<EnableRateLimitingAttribute>().Any()) yield return "common/too-many-requests";
        yield return WebRefusals.UnavailableCode;
    }

    private void AddProblems(OpenApiOperation operation, OpenApiDocument document, IEnumerable<string> codes)
    {
        operation.Responses ??= [];
        foreach (var group in codes.Distinct(StringComparer.Ordinal).ToLookup(code => catalogue.Find(code)?.Status))
        {
            if (group.Key is not { } number) continue;
            var status = number.ToString(CultureInfo.InvariantCulture);
            operation.Responses[status] = new OpenApiResponse
            {
                Description = $"{ReasonPhrases.GetReasonPhrase(number)}: {string.Join(", ", group)}",
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(DocumentTransformer.Problem, document) },
                },
            };
        }
    }

    private static string Name(Role role) => char.ToLowerInvariant(role.ToString()[0]) + role.ToString()[1..];
}
