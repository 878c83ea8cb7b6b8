using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Suyuan.Accounts;
using Suyuan.Audit;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Sensors;

internal static class SensorEndpoints
{
    private static readonly Role[] Own = [Role.EnterpriseAdministrator, Role.Recorder];
    private static readonly Role[] Seeing = [.. Own, Role.Regulator, Role.Platform];
    private static readonly string[] Describing =
        ["sensor/name-invalid", "sensor/quantities-invalid", "sensor/range-invalid", "sensor/unknown-zone"];

    public static void MapSensors(this IEndpointRouteBuilder api)
    {
        var sensors = api.MapGroup("/enterprises/{usci}/sensors").WithTags("Sensors");
        sensors.MapPost("/", Register).Allow(Own).WithName("registerSensor")
            .WithSummary("A sensor and its device's key, which is shown this once.")
            .Refuses([.. Describing, "sensor/exists-with-different-content"]);
        sensors.MapGet("/", List).Allow(Seeing).WithName("listSensors").WithSummary("The enterprise's sensors by name.")
            .Exported(SensorTables.Sensors);
        MapOne(sensors.MapGroup("/{id}"));
    }

    private static void MapOne(RouteGroupBuilder sensor)
    {
        sensor.MapGet("/", Get).Allow(Seeing).WithName("getSensor").WithSummary("A sensor.");
        sensor.MapPut("/", Edit).Allow(Own).WithName("editSensor")
            .WithSummary("Changes name, zone or quantities; what a quantity that goes has measured stays.")
            .Refuses([.. Describing, "sensor/retired"]);
        sensor.MapPut("/retirement", Retire).Allow(Own).WithName("retireSensor")
            .WithSummary("Ends the sensor and its key; its readings stay.");
        sensor.MapPost("/device-keys", RenewKey).Allow(Own).HasOwnIdentity().WithName("renewSensorKey")
            .WithSummary("A new key for the sensor's device, shown this once; it ends the one before.").Refuses("sensor/retired");
        sensor.MapGet("/history", History).Allow(Seeing).WithName("getSensorHistory")
            .WithSummary("Every version, newest first: who, when, what changed, and its link of the hash chain")
            .Exported(HistoryTable.Columns);
    }

    private static async Task<Results<Created<SensorView>, ProblemHttpResult>> Register(
        CreditCode usci, SensorRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller, IGrainFactory grains) =>
        (await grains.Sensor(new(NewId.For(caller, key))).Register(body.ToRegistration(caller, usci)))
        .ToCreated(sensor => $"/api/v1/enterprises/{usci}/sensors/{sensor.Id}");

    private static async Task<Results<Ok<Page<SensorItem>>, ProblemHttpResult>> List(
        CreditCode usci, Limit limit, Cursor cursor, Caller caller, IGrainFactory grains, SensorQueries queries)
    {
        var enterprise = await grains.Enterprise(usci).GetFor(caller);
        if (enterprise.Refused) return enterprise.Refusal.ToProblem();
        return TypedResults.Ok(await queries.List(usci, limit, cursor));
    }

    private static async Task<Results<Ok<SensorView>, ProblemHttpResult>> Get(
        CreditCode usci, SensorId id, Caller caller, IGrainFactory grains) =>
        (await grains.Sensor(id).GetFor(caller, usci)).ToHttp();

    private static async Task<Results<Ok<SensorView>, ProblemHttpResult>> Edit(
        CreditCode usci, SensorId id, SensorRequest body, IfMatch ifMatch, Caller caller, IGrainFactory grains) =>
        (await grains.Sensor(id).Edit(body.ToEdit(caller, usci, ifMatch.Revision))).ToHttp();

    private static async Task<Results<Ok<SensorView>, ProblemHttpResult>> Retire(
        CreditCode usci, SensorId id, Caller caller, IGrainFactory grains) =>
        (await grains.Sensor(id).Retire(new(caller, usci))).ToHttp();

    private static async Task<Results<Created<SensorView>, ProblemHttpResult>> RenewKey(
        CreditCode usci, SensorId id, Caller caller, IGrainFactory grains) =>
        (await grains.Sensor(id).RenewKey(new(caller, usci))).ToCreated(_ => $"/api/v1/enterprises/{usci}/sensors/{id}");

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> History(
        CreditCode usci, SensorId id, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor)
    {
        var seen = await grains.Sensor(id).GetFor(caller, usci);
        if (seen.Refused) return seen.Refusal.ToProblem();
        return TypedResults.Ok(await histories.Of("sensor", SensorGrainFactory.Prefix + id, limit, cursor));
    }
}
