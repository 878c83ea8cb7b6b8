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
        return new(body + CheckDigit(body));
    }

    public static CardNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException("Not a trace card number.");

    public static bool TryParse(string? s, IFormatProvider? provider, out CardNumber result)
    {
        var valid = s is { Length: Length } && s.All(char.IsAsciiDigit) && s[^1] == CheckDigit(s[..^1]);
        result = valid ? new(s!) : default;
        return valid;
    }

    public override string ToString() => Value;

    /// <summary>GS1 mod 10: weights 3 and 1 from the right.</summary>
    internal static char CheckDigit(string body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
            sum += (body[^(i + 1)] - '0') * (i % 2 == 0 ? 3 : 1);
        return (char)('0' + (10 - sum % 10) % 10);
    }
}
