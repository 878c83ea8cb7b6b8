using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Suyuan.Common;

namespace Suyuan.Growers;

/// <summary>Plot code (地块编码), unique in a season: letters, digits and dashes, at most 40.</summary>
[GenerateSerializer, Immutable, Alias("plot-code"), JsonConverter(typeof(ParsableJsonConverter<PlotCode>))]
public readonly partial record struct PlotCode([property: Id(0)] string Value) : IParsable<PlotCode>
{
    public static PlotCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException("Not a plot code.");

    public static bool TryParse(string? s, IFormatProvider? provider, out PlotCode result)
    {
        result = s is not null && Shape().IsMatch(s) ? new(s) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9-]{0,39}\z")]
    private static partial Regex Shape();
}
