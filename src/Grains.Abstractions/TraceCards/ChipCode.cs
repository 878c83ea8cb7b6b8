using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Suyuan.Common;

namespace Suyuan.TraceCards;

/// <summary>
/// What an RFID chip (电子标签) in a module's film answers: its EPC in hexadecimal digits, 24 of the usual 96 bits, at most 62.
/// </summary>
[GenerateSerializer, Immutable, Alias("chip-code"), JsonConverter(typeof(ParsableJsonConverter<ChipCode>))]
public readonly partial record struct ChipCode([property: Id(0)] string Value) : IParsable<ChipCode>
{
    public static ChipCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var chip) ? chip : throw new FormatException("Not a chip's EPC.");

    public static bool TryParse(string? s, IFormatProvider? provider, out ChipCode result)
    {
        result = s is not null && Shape().IsMatch(s) ? new(s.ToUpperInvariant()) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"^([0-9A-Fa-f]{2}){12,31}\z")]
    private static partial Regex Shape();
}
