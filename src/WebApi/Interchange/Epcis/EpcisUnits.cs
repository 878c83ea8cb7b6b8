using Suyuan.Sensors;

namespace Suyuan.Interchange;

/// <summary>Our units as codes of UN/ECE Recommendation 20.</summary>
internal static class EpcisUnits
{
    public const string Kilogram = "KGM";
    public const string Percent = "P1";
    public const string Celsius = "CEL";

    /// <summary>Null where the recommendation has no such unit.</summary>
    public static string? Of(SensorQuantity quantity) => quantity switch
    {
        SensorQuantity.AirTemperature or SensorQuantity.SoilTemperature => Celsius,
        SensorQuantity.RelativeHumidity or SensorQuantity.SoilMoisture => Percent,
        SensorQuantity.Illuminance => "LUX",
        SensorQuantity.CarbonDioxide => "59",
        SensorQuantity.SoilConductivity => "H61",
        SensorQuantity.WindSpeed => "MTS",
        SensorQuantity.WindDirection => "DD",
        _ => null,
    };

    /// <summary>Weights in kilograms; what is counted has no unit.</summary>
    public static EpcisQuantity Of(string kind, decimal quantity, string? unit) =>
        ToKilograms(quantity, unit) is { } kilograms ? new(kind, kilograms, Kilogram) : new(kind, quantity);

    /// <summary>Null for what is counted.</summary>
    public static decimal? ToKilograms(decimal quantity, string? unit) => unit switch
    {
        "kg" => quantity,
        "t" => quantity * 1000,
        "jin" => quantity / 2,
        _ => null,
    };
}
