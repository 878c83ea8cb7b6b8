using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Sensors;

internal static class ReadingEndpoints
{
    // Ten thousand readings, spelt out at leisure.
    private const int LargestCallMiB = 4;

    public static void MapReadings(this IEndpointRouteBuilder api)
    {
        api.MapPost("/sensor-readings", Take).WithTags("Sensors").Allow(Role.Sensor).HasOwnIdentity().TakesUpTo(LargestCallMiB)
            .WithName("sendSensorReadings")
            .WithSummary("Takes up to 10,000 readings of the sensor whose key is in X-Device-Key. The same again changes nothing; what is "
                + "refused is told one by one.")
            .Refuses("sensor/too-many-readings");
        var sensor = api.MapGroup("/enterprises/{usci}/sensors/{id}").WithTags("Sensors")
            .Allow(Role.EnterpriseAdministrator, Role.Recorder, Role.Regulator, Role.Platform);
        sensor.MapGet("/readings", List).WithName("listSensorReadings").WithSummary("A sensor's readings in the order of time.")
            .Exported(SensorTables.Readings);
        sensor.MapGet("/charts", Chart).WithName("getSensorChart")
            .WithSummary("Lowest, highest and mean value of each hour or day, of readings within range, and how many there were.")
            .Exported<SensorChart, ChartRow>(SensorTables.Chart, chart => chart.Rows())
            .Refuses("sensor/chart-too-long");
    }

    private static async Task<Results<Ok<ReadingsAnswer>, ProblemHttpResult>> Take(
        ReadingsRequest body, Caller caller, IGrainFactory grains, ReadingIntake intake, Reasons reasons, CancellationToken cancelled)
    {
        var sensor = await grains.Sensor(SensorGrainFactory.IdOf(caller.Account)).Get();
        if (sensor.Refused) return sensor.Refusal.ToProblem();
        return (await intake.Take(sensor.Value, body.Readings, reasons, cancelled)).ToHttp();
    }

    private static async Task<Results<Ok<Page<ReadingItem>>, ProblemHttpResult>> List(
        CreditCode usci, SensorId id, [AsParameters] ReadingFilter filter, Limit limit, Cursor cursor, Caller caller, IGrainFactory grains,
        SensorQueries queries)
    {
        var sensor = await grains.Sensor(id).GetFor(caller, usci);
        if (sensor.Refused) return sensor.Refusal.ToProblem();
        return TypedResults.Ok(await queries.ReadingsOf(id, filter, limit, cursor));
    }

    private static async Task<Results<Ok<SensorChart>, ProblemHttpResult>> Chart(
        CreditCode usci, SensorId id, [AsParameters] ChartFilter filter, Caller caller, IGrainFactory grains, SensorQueries queries,
        TimeProvider clock)
    {
        var sensor = await grains.Sensor(id).GetFor(caller, usci);
        if (sensor.Refused) return sensor.Refusal.ToProblem();
        var span = ChartSpan.Of(filter, clock.GetUtcNow());
        if (span.Refused) return span.Refusal.ToProblem();
        return TypedResults.Ok(await queries.Chart(id, span.Value, filter.Quantity?.Name));
    }
}
