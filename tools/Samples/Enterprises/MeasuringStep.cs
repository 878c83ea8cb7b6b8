namespace Suyuan.Samples.Enterprises;

/// <summary>Registers sensors and sends a month of hourly readings with their device keys.</summary>
internal static class MeasuringStep
{
    private const int Days = 30;

    public static async Task Measure(Loading loading, EnterpriseDesk desk, CancellationToken cancellationToken)
    {
        var recorder = await desk.Recorder(cancellationToken);
        foreach (var sensor in desk.Enterprise.Sensors)
        {
            var body = new
            {
                sensor.Name,
                quantities = sensor.Quantities.Select(quantity => new { quantity }),
                zone = desk[$"zone.{sensor.Zone}"],
            };
            var made = await desk.Make(recorder, $"sensor.{sensor.Key}", $"{desk.Path}/sensors", body, cancellationToken);
            var device = new Api(loading.Http, deviceKey: made.Text("key"));
            await device.Post("sensor-readings", new { readings = Readings(loading.Times, sensor) }, cancellationToken);
        }
    }

    private static IEnumerable<object> Readings(SampleTimes times, SampleSensor sensor)
    {
        var last = times.Hour;
        return
            from hour in Enumerable.Range(0, Days * 24)
            let at = last.AddHours(hour - Days * 24 + 1)
            from quantity in sensor.Quantities
            select new { quantity, value = ValueOf(quantity, at.Hour, hour), at };
    }

    /// <summary>Warm at two in the afternoon, moist before dawn, and each day a little unlike the one before.</summary>
    private static decimal ValueOf(string quantity, int hour, int passed)
    {
        var sun = Math.Cos((hour - 14) * Math.PI / 12);
        var weather = Math.Sin(passed / 61.0) + 0.4 * Math.Sin(passed / 17.0);
        return Math.Round((decimal)(quantity switch
        {
            "airTemperature" => 15 + 6 * sun + 3 * weather,
            "relativeHumidity" => 74 - 16 * sun - 5 * weather,
            "illuminance" => Math.Max(0, sun) * (52_000 + 14_000 * weather),
            "soilTemperature" => 16 + 1.5 * sun + 1.2 * weather,
            "soilMoisture" => 27 - 4 * weather,
            "soilPh" => 6.2 + 0.05 * weather,
            _ => 0,
        }), 1);
    }
}
