using System.Globalization;
using System.Text.Json.Serialization;
using Suyuan.Common;
using Suyuan.GinLines;

namespace Suyuan.TraceCards;

/// <summary>
/// Trace card number (追溯卡号), 20 digits: gin 5, year 2, serial 8, module type 1, random 3, check digit (mod 10, GS1 weights).
/// </summary>
[GenerateSerializer, Immutable, Alias("card-number"), JsonConverter(typeof(ParsableJsonConverter<CardNumber>))]
public readonly record struct CardNumber([property: Id(0)] string Value) : IParsable<CardNumber>
{
    public const int Length = 20;

    public GinCode Gin => new(Value[..5]);

    public static CardNumber Create(GinCode gin, int season, int serial, ModuleType moduleType, int random)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{gin}{season % 100:00}{serial:00000000}{(int)moduleType}{random:000}");
        return new(body + (char)('0' + CheckDigit.Of(body)));
    }

    public static CardNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException("Not a trace card number.");

    public static bool TryParse(string? s, IFormatProvider? provider, out CardNumber result)
    {
        var valid = s is { Length: Length } && s.All(char.IsAsciiDigit) && CheckDigit.Fits(s);
        result = valid ? new(s!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
