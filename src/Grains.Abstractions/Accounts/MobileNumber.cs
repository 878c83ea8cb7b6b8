using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>A mobile number of the mainland (手机号), eleven digits. Personal data: never stored or answered in clear.</summary>
[GenerateSerializer, Immutable, Alias("mobile-number"), JsonConverter(typeof(ParsableJsonConverter<MobileNumber>))]
public readonly partial record struct MobileNumber([property: Id(0)] string Value) : IParsable<MobileNumber>
{
    public string Masked => string.Concat(Value.AsSpan(0, 3), "****", Value.AsSpan(7));

    public static MobileNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException("Not a mobile number.");

    public static bool TryParse(string? s, IFormatProvider? provider, out MobileNumber result)
    {
        result = s is not null && Shape().IsMatch(s) ? new(s) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"^1[3-9][0-9]{9}\z")]
    private static partial Regex Shape();
}
