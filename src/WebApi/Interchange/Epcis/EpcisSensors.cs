namespace Suyuan.Interchange;

/// <summary>What was measured where a thing was: sensor elements of an event.</summary>
internal static class EpcisSensors
{
    /// <summary>Null when nothing was measured.</summary>
    public static object? Of(StageAnswers answers)
    {
        var reports = new[]
        {
            Report("Temperature", answers.Number("temperature") ?? answers.Number("temperatureAfter"), EpcisUnits.Celsius),
            Report("RelativeHumidity", answers.Number("humidity"), EpcisUnits.Percent),
            Report($"{EpcisEvent.Prefix}:moisture", answers.Number("moistureAfter") ?? answers.Number("moisture"), EpcisUnits.Percent),
        }.OfType<SensorReport>().ToArray();
        return reports is [] ? null : Of(reports);
    }

    public static object Of(params SensorReport[] reports) => new[] { new { sensorReport = reports } };

    public static SensorReport? Report(string type, decimal? value, string uom) => value is { } known ? new(type, known, uom) : null;
}

/// <summary>One figure of a sensor.</summary>
internal sealed record SensorReport(string Type, decimal Value, string Uom);
