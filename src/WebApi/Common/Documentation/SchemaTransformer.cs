using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Suyuan.Attachments;
using Suyuan.Bales;
using Suyuan.Batches;
using Suyuan.Enterprises;
using Suyuan.Forms;
using Suyuan.GinLines;
using Suyuan.Growers;
using Suyuan.Measures;
using Suyuan.Regions;
using Suyuan.Seasons;
using Suyuan.Sensors;
using Suyuan.TraceCards;
using Suyuan.WeighTickets;

namespace Suyuan.Common;

/// <summary>Value types travel as plain strings and numbers; their schemas say which.</summary>
internal sealed class SchemaTransformer : IOpenApiSchemaTransformer
{
    private static readonly Dictionary<Type, (string Pattern, string Example)> Texts = new()
    {
        [typeof(GinCode)] = ("^[0-9]{5}$", "65001"),
        [typeof(RegionCode)] = ("^[0-9]{2}(-[0-9]{3}){0,2}$", "08-143-012"),
        [typeof(CardNumber)] = ("^[0-9]{20}$", "65001260000000111236"),
        [typeof(BaleBarcode)] = ("^[0-9]{32}$", "32650012610151221550000010100001"),
        [typeof(TicketNumber)] = ("^[A-Za-z0-9][A-Za-z0-9-]{0,39}$", "A2026101500001"),
        [typeof(PersonNumber)] = ("^[0-9A-Z]{18}$", "11010519491231002X"),
        [typeof(CreditCode)] = ("^[0-9A-Z]{18}$", "91330100799655058B"),
        [typeof(BatchNumber)] = ("^[0-9]{13}$", "2026030500001"),
        [typeof(DistrictCode)] = ("^[0-9]{6}$", "330106"),
        [typeof(Sha256Digest)] = ("^[0-9a-f]{64}$", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
        [typeof(SensorId)] = ("^[0-9a-f]{20}$", "0123456789abcdef0123"),
        [typeof(Moment)] = ("^[0-9]{4}-[0-9]{2}-[0-9]{2}(T.+)?$", "2026-11-25T08:00:00+08:00"),
        [typeof(PlotCode)] = ("^[^\\s]{1,40}$", "0814301200017"),
    };

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        Describe(schema, context.JsonTypeInfo.Type);

        // The framework leaves the items of a list out when their type has a converter of its own.
        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } && schema.Items is null)
        {
            var items = new OpenApiSchema();
            if (element.IsEnum) BecomeChoice(items, element);
            else Describe(items, element);
            schema.Items = items;
        }

        return Task.CompletedTask;
    }

    private static void Describe(OpenApiSchema schema, Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (Texts.TryGetValue(type, out var text)) Become(schema, JsonSchemaType.String, text.Pattern, text.Example);
        else if (type == typeof(Kilograms)) Become(schema, JsonSchemaType.Number, null, 41939.6m);
        else if (type == typeof(Mu)) Become(schema, JsonSchemaType.Number, null, 12.5m);
        else if (type == typeof(SeasonYear)) Become(schema, JsonSchemaType.Integer, null, 2026);
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Choice<>))
            BecomeChoice(schema, type.GetGenericArguments()[0]);
        else if (type == typeof(FormAnswers)) BecomeAnswers(schema);
        else if (type == typeof(decimal)) (schema.Type, schema.Pattern, schema.Format) = (JsonSchemaType.Number, null, null);
    }

    // The members are the fields of a form, which GET /forms/{form} tells.
    private static void BecomeAnswers(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Properties = null;
        schema.Required = null;
        schema.AdditionalPropertiesAllowed = true;
    }

    private static void BecomeChoice(OpenApiSchema schema, Type choices)
    {
        schema.Type = JsonSchemaType.String;
        schema.Properties = null;
        schema.Required = null;
        schema.Enum = [.. Enum.GetNames(choices).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))];
    }

    private static void Become(OpenApiSchema schema, JsonSchemaType type, string? pattern, JsonNode example)
    {
        schema.Type = type;
        schema.Format = null;
        schema.Pattern = pattern;
        schema.Properties = null;
        schema.Required = null;
        schema.Examples = [example];
    }
}
