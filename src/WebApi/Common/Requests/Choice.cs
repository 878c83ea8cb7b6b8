using System.Text.Json;

namespace Suyuan.Common;

/// <summary>An enum value in a query string, written as our JSON writes it; the framework would want C#'s spelling.</summary>
internal readonly record struct Choice<T>(T Value) where T : struct, Enum
{
    public static bool TryParse(string? s, IFormatProvider? provider, out Choice<T> result)
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.CamelCase.ConvertName(value.ToString()) != s) continue;
            result = new(value);
            return true;
        }

        result = default;
        return false;
    }
}
