namespace Suyuan.Common;

/// <summary>One of an enum's names in a query string, spelt as in JSON; the framework alone would want C#'s spelling.</summary>
internal readonly record struct Choice<T>(T Value) : IParsable<Choice<T>> where T : struct, Enum
{
    /// <summary>The name as it stands in JSON and in the derived tables.</summary>
    public string Name => Value.Stored();

    public static Choice<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var choice) ? choice : throw new FormatException($"Not a {typeof(T).Name}.");

    public static bool TryParse(string? s, IFormatProvider? provider, out Choice<T> result)
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.Stored() != s) continue;
            result = new(value);
            return true;
        }

        result = default;
        return false;
    }

    public override string ToString() => Name;
}
