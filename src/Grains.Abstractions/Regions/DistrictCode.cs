using System.Text.Json.Serialization;
using Suyuan.Common;

namespace Suyuan.Regions;

/// <summary>
/// Administrative division of the state (行政区划代码, GB/T 2260): province 330000, prefecture 330100, county 330106. What regulators of
/// agricultural products oversee; regions of the corps have codes of their own.
/// </summary>
[GenerateSerializer, Immutable, Alias("district-code"), JsonConverter(typeof(ParsableJsonConverter<DistrictCode>))]
public readonly record struct DistrictCode([property: Id(0)] string Value) : IParsable<DistrictCode>
{
    private const int Digits = 6;

    // The first two digits of every province, autonomous region, municipality and special region.
    private static readonly HashSet<string> Provinces =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "66", "71", "81", "82",
    ];

    /// <summary>The digits that everything in this division begins with.</summary>
    public string Prefix => Value.EndsWith("0000", StringComparison.Ordinal) ? Value[..2]
        : Value.EndsWith("00", StringComparison.Ordinal) ? Value[..4]
        : Value;

    /// <summary>True for the division itself and everything in it.</summary>
    public bool Contains(DistrictCode other) => other.Value.StartsWith(Prefix, StringComparison.Ordinal);

    public static DistrictCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException("Not an administrative division.");

    public static bool TryParse(string? s, IFormatProvider? provider, out DistrictCode result)
    {
        var valid = s is { Length: Digits } && s.All(char.IsAsciiDigit) && Provinces.Contains(s[..2]);
        result = valid ? new(s!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
