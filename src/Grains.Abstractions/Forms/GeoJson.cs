using System.Text.Json.Nodes;

namespace Suyuan.Forms;

/// <summary>The two geometries of GeoJSON (RFC 7946) that a place may have: a point, or a polygon whose rings close.</summary>
internal static class GeoJson
{
    private const int MostPositions = 2_000;

    public static bool IsPlace(JsonNode? node) => node is JsonObject { Count: 2 } place && place["type"] is JsonValue type
        && type.TryGetValue<string>(out var kind)
        && kind switch
        {
            "Point" => IsPosition(place["coordinates"]),
            "Polygon" => place["coordinates"] is JsonArray { Count: > 0 } rings && rings.Sum(CountOf) <= MostPositions && rings.All(IsRing),
            _ => false,
        };

    private static bool IsRing(JsonNode? node) =>
        node is JsonArray { Count: >= 4 } ring && ring.All(IsPosition) && JsonNode.DeepEquals(ring[0], ring[^1]);

    private static bool IsPosition(JsonNode? node) => node is JsonArray { Count: 2 } position
        && IsWithin(position[0], 180) && IsWithin(position[1], 90);

    private static bool IsWithin(JsonNode? node, decimal most) =>
        node is JsonValue value && value.TryGetValue<decimal>(out var degrees) && Math.Abs(degrees) <= most;

    private static int CountOf(JsonNode? ring) => ring is JsonArray positions ? positions.Count : 0;
}
