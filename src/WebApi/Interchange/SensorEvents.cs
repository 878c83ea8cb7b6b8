using System.Text.Json;
using Suyuan.Seasons;
using Suyuan.Sensors;

namespace Suyuan.Interchange;

/// <summary>What sensors measured in a zone while a batch grew there. Readings are many: a day of a sensor is one event.</summary>
internal sealed class SensorEvents(string zone, EpcisNames names)
{
    public EpcisEvent Of(SensorDay day)
    {
        var (begin, end) = (ChinaTime.Begin(day.Day)!.Value, ChinaTime.End(day.Day)!.Value);
        return new EpcisEvent("ObjectEvent", begin, $"sensor/{day.Sensor}/{day.Day:yyyy-MM-dd}")
            .Happened("sensor_reporting", action: "OBSERVE")
            .At(zone, zone)
            .KnownTo("day")
            .Set("sensorElementList", new[]
            {
                new
                {
                    sensorMetadata = new
                    {
                        startTime = ChinaTime.At(begin), endTime = ChinaTime.At(end), deviceID = names.Sensor(day.Sensor),
                    },
                    sensorReport = day.Figures.Select(Report).ToArray(),
                },
            });
    }

    // The vocabulary's temperature and humidity are of the air; what it has no word for is named as our API names it.
    private static object Report(SensorDayFigures figures) => new
    {
        type = figures.Quantity switch
        {
            SensorQuantity.AirTemperature => "Temperature",
            SensorQuantity.RelativeHumidity => "RelativeHumidity",
            SensorQuantity.Illuminance => "Illuminance",
            var other => $"{EpcisEvent.Prefix}:{JsonNamingPolicy.CamelCase.ConvertName(other.ToString())}",
        },
        minValue = figures.Min,
        maxValue = figures.Max,
        meanValue = figures.Mean,
        uom = EpcisUnits.Of(figures.Quantity),
    };
}
