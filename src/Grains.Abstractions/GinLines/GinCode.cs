using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Suyuan.Common;

namespace Suyuan.GinLines;

/// <summary>Gin code (加工企业编码): five digits, the first two the province.</summary>
[GenerateSerializer, Immutable, Alias("gin-code"), JsonConverter(typeof(ParsableJsonConverter<GinCode>))]
public readonly partial record struct GinCode([property: Id(0)] string Value) : IParsable<GinCode>
{
    public static GinCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException("Not a gin code.");

    public static bool TryParse(string? s, IFormatProvider? provider, out GinCode result)
    {
        result = s is not null && Shape().IsMatch(s) ? new(s) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"^[0-9]{5}\z")]
    private static partial Regex Shape();
}
