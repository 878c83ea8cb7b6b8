using System.Text.Json;

namespace Suyuan.Sensors;

/// <summary>The unit of each quantity and the range of common sensors for it, as NY/T 4056 and their makers' sheets have it.</summary>
public sealed record QuantityTraits(SensorQuantity Quantity, string Unit, decimal Min, decimal Max)
{
    private static readonly QuantityTraits[] All =
    [
        new(SensorQuantity.AirTemperature, "°C", -40, 80),
        new(SensorQuantity.RelativeHumidity, "%", 0, 100),
        new(SensorQuantity.Illuminance, "lux", 0, 200_000),
        new(SensorQuantity.CarbonDioxide, "ppm", 0, 5_000),
        new(SensorQuantity.SoilTemperature, "°C", 0, 50),
        new(SensorQuantity.SoilMoisture, "%", 0, 100),
        new(SensorQuantity.SoilConductivity, "mS/cm", 0, 20),
        new(SensorQuantity.SoilPh, "pH", 3, 9),
        new(SensorQuantity.WindSpeed, "m/s", 0, 60),
        new(SensorQuantity.WindDirection, "°", 0, 360),
        new(SensorQuantity.Rain, "mm/min", 0, 4),
    ];

    private static readonly Dictionary<string, QuantityTraits> ByName =
        All.ToDictionary(traits => JsonNamingPolicy.CamelCase.ConvertName(traits.Quantity.ToString()), StringComparer.Ordinal);

    public static QuantityTraits Of(SensorQuantity quantity) => All[(int)quantity];

    /// <summary>By its name as JSON spells it; null when there is no such quantity.</summary>
    public static QuantityTraits? Find(string name) => ByName.GetValueOrDefault(name);
}
