using System.Globalization;
using System.Text.Json.Serialization;
using Suyuan.Common;

namespace Suyuan.Growers;

/// <summary>
/// What identifies a person to the state: a resident ID number (居民身份证号, GB 11643) or a unified social credit code
/// (统一社会信用代码, GB 32100), with its check digit verified. Personal data: never stored or answered in clear.
/// </summary>
[GenerateSerializer, Immutable, Alias("person-number"), JsonConverter(typeof(ParsableJsonConverter<PersonNumber>))]
public readonly record struct PersonNumber([property: Id(0)] string Value) : IParsable<PersonNumber>
{
    public bool IsCreditCode => Value is not null && !IsIdNumber(Value);

    /// <summary>First six and last four, as staff may see it (GB/T 35273 habits).</summary>
    public string Masked => IsCreditCode ? Value : string.Concat(Value.AsSpan(0, 6), "********", Value.AsSpan(14));

    public static PersonNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException("Not an ID number or credit code.");

    public static bool TryParse(string? s, IFormatProvider? provider, out PersonNumber result)
    {
        var upper = s is { Length: 18 } ? s.ToUpperInvariant() : null;
        var valid = upper is not null && (IsIdNumber(upper) || IsCreditCodeText(upper));
        result = valid ? new(upper!) : default;
        return valid;
    }

    public override string ToString() => Value;

    private static bool IsIdNumber(string s)
    {
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!char.IsAsciiDigit(s[i])) return false;
            sum += (s[i] - '0') * weights[i];
        }

        return s[17] == "10X98765432"[sum % 11]
            && DateOnly.TryParseExact(s.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
            && born.Year >= 1900;
    }

    private static bool IsCreditCodeText(string s)
    {
        const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        ReadOnlySpan<int> weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var value = Alphabet.IndexOf(s[i], StringComparison.Ordinal);
            if (value < 0 || i is >= 2 and < 8 && value > 9) return false;
            sum += value * weights[i];
        }

        return s[17] == Alphabet[(31 - sum % 31) % 31] && (s.AsSpan(0, 17).ContainsAnyExceptInRange('0', '9') || HoldsOrganisationCode(s));
    }

    // One mistyped ID number in 31 passes for a credit code and would then be shown unmasked. Where all is digits, the organisation
    // code inside (GB 11714) must be right as well.
    private static bool HoldsOrganisationCode(string s)
    {
        ReadOnlySpan<int> weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += (s[i + 8] - '0') * weights[i];
        return (11 - sum % 11) switch
        {
            10 => false,
            var check => s[16] - '0' == check % 11,
        };
    }
}
