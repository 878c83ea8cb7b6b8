using System.Text.Json.Serialization;
using Suyuan.Common;

namespace Suyuan.Sensors;

/// <summary>The id of a sensor: 20 lowercase hexadecimal digits.</summary>
[GenerateSerializer, Immutable, Alias("sensor-id"), JsonConverter(typeof(ParsableJsonConverter<SensorId>))]
public readonly record struct SensorId([property: Id(0)] string Value) : IParsable<SensorId>
{
    private const int Digits = 20;

    public static SensorId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("Not the id of a sensor.");

    public static bool TryParse(string? s, IFormatProvider? provider, out SensorId result)
    {
        var valid = s is { Length: Digits } && s.All(char.IsAsciiHexDigitLower);
        result = valid ? new(s!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
