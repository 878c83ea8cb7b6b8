using System.Text.Json;

namespace Suyuan.Common;

/// <summary>An enum value in a query string, written as in JSON: camelCase. The framework alone would want it as in C#.</summary>
internal readonly record struct Choice<T>(T Value) where T : struct, Enum
{
    private static readonly Dictionary<string, T> Named =
        Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);

    public static bool TryParse(string? s, out Choice<T> result)
    {
        var known = Named.TryGetValue(s ?? "", out var value);
        result = new(value);
        return known;
    }
}
