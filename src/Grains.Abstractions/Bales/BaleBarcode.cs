using System.Text.Json.Serialization;
using Suyuan.Common;

namespace Suyuan.Bales;

/// <summary>Bale barcode (棉包条码): 32 digits, kept whole; only gin, date and bale number are read from it.</summary>
[GenerateSerializer, Immutable, Alias("bale-barcode"), JsonConverter(typeof(ParsableJsonConverter<BaleBarcode>))]
public readonly record struct BaleBarcode([property: Id(0)] string Value) : IParsable<BaleBarcode>
{
    public const int Length = 32;

    public static BaleBarcode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var barcode) ? barcode : throw new FormatException("Not a bale barcode.");

    public static bool TryParse(string? s, IFormatProvider? provider, out BaleBarcode result)
    {
        var valid = s is { Length: Length } && s.All(char.IsAsciiDigit);
        result = valid ? new(s!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
