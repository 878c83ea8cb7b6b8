using System.Globalization;
using System.Text.Json.Serialization;
using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>Identity code (身份码) of one unit of a product: 8 to 32 digits, zeros in front included.</summary>
[GenerateSerializer, Immutable, Alias("identity-code"), JsonConverter(typeof(ParsableJsonConverter<IdentityCode>))]
public readonly record struct IdentityCode([property: Id(0)] string Value) : IParsable<IdentityCode>
{
    public const int Shortest = 8;
    public const int Longest = 32;

    public int Length => Value.Length;

    /// <summary>Codes of one length are in the order of their numbers.</summary>
    public UInt128 Number => UInt128.Parse(Value, CultureInfo.InvariantCulture);

    public bool HasCheckDigit => CheckDigit.Fits(Value);

    public static IdentityCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException("Not an identity code.");

    public static bool TryParse(string? s, IFormatProvider? provider, out IdentityCode result)
    {
        var valid = s is { Length: >= Shortest and <= Longest } && s.All(char.IsAsciiDigit);
        result = valid ? new(s!) : default;
        return valid;
    }

    public static IdentityCode Of(UInt128 number, int length) =>
        new(number.ToString(CultureInfo.InvariantCulture).PadLeft(length, '0'));

    public override string ToString() => Value;
}
