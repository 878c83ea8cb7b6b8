using System.Globalization;
using System.Text.Json.Serialization;
using Suyuan.Common;

namespace Suyuan.Batches;

/// <summary>Number of a batch (批次号): the China date it was opened on and five digits, unique in its enterprise.</summary>
[GenerateSerializer, Immutable, Alias("batch-number"), JsonConverter(typeof(ParsableJsonConverter<BatchNumber>))]
public readonly record struct BatchNumber([property: Id(0)] string Value) : IParsable<BatchNumber>
{
    private const int Digits = 13;
    private const int DateDigits = 8;

    public static BatchNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException("Not a batch number.");

    public static bool TryParse(string? s, IFormatProvider? provider, out BatchNumber result)
    {
        var valid = s is { Length: Digits } && s.All(char.IsAsciiDigit)
            && DateOnly.TryParseExact(s[..DateDigits], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        result = valid ? new(s!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
