using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Batches;

internal static class StageRecordEndpoints
{
    private static readonly string[] Stock = ["input/insufficient-stock", "input/lot-retired", "input/lot-unknown"];

    public static void MapStageRecords(this RouteGroupBuilder batch)
    {
        var records = batch.MapGroup("/records");
        records.MapPost("/", Add).Allow(BatchAccess.Writers).WithName("addStageRecord")
            .WithSummary("Adds a record to a stage, as a draft.")
            .Refuses([
                .. Stock, "batch/not-running", "batch/unknown-stage", "batch/stage-not-added", "batch/harvest-too-early",
                "batch/record-exists-with-different-content",
            ]);
        records.MapGet("/", List).Allow(BatchAccess.Readers).WithName("listStageRecords")
            .WithSummary("The records of a batch, of all stages or one, in the order of the days they tell of.")
            .Exported(StageRecordTable.Columns);
        records.MapGet("/{id}", Get).Allow(BatchAccess.Readers).WithName("getStageRecord").WithSummary("A stage record.");
        records.MapPut("/{id}", Change).Allow(BatchAccess.Writers).WithName("changeStageRecord")
            .WithSummary("Changes what a record says; a submitted one is a draft again.")
            .Refuses([.. Stock, "batch/not-running", "batch/unknown-stage", "batch/harvest-too-early"]);
        records.MapPut("/{id}/submission", Submit).Allow(BatchAccess.Writers).WithName("submitStageRecord")
            .WithSummary("Submits a record: its form must find nothing wrong.")
            .Refuses("form/answers-invalid", "batch/not-running", "batch/unknown-stage", "batch/harvest-too-early", "common/stale");
        records.MapDelete("/{id}", Delete).Allow(BatchAccess.Writers).WithName("deleteStageRecord")
            .WithSummary("Deletes a record, a submitted one with a reason; its history stays.")
            .Refuses("batch/not-running", "batch/unknown-stage", "batch/reason-required", "common/stale");
    }

    private static async Task<Results<Created<StageRecordView>, ProblemHttpResult>> Add(
        CreditCode usci, BatchNumber batch, StageRecordRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller,
        IGrainFactory grains) =>
        (await grains.Batch(usci, batch).AddRecord(body.ToCommand(caller, NewId.For(caller, key))))
            .ToCreated(record => $"/api/v1/enterprises/{usci}/batches/{batch}/records/{record.Id}");

    private static async Task<Results<Ok<Page<StageRecordView>>, ProblemHttpResult>> List(
        CreditCode usci, BatchNumber batch, [AsParameters] StageRecordFilter filter, Limit limit, Cursor cursor, Caller caller,
        IGrainFactory grains, BatchQueries queries)
    {
        var known = await grains.Batch(usci, batch).GetFor(caller);
        return known.Refused ? known.Refusal.ToProblem() : TypedResults.Ok(await queries.Records(usci, batch, filter, limit, cursor));
    }

    private static async Task<Results<Ok<StageRecordView>, ProblemHttpResult>> Get(
        CreditCode usci, BatchNumber batch, string id, Caller caller, IGrainFactory grains) =>
        (await grains.Batch(usci, batch).GetRecordFor(caller, id)).ToHttp();

    private static async Task<Results<Ok<StageRecordView>, ProblemHttpResult>> Change(
        CreditCode usci, BatchNumber batch, string id, ChangeStageRecordRequest body, IfMatch ifMatch, Caller caller,
        IGrainFactory grains) =>
        (await grains.Batch(usci, batch).ChangeRecord(body.ToCommand(caller, id, ifMatch.Revision))).ToHttp();

    private static async Task<Results<Ok<StageRecordView>, ProblemHttpResult>> Submit(
        CreditCode usci, BatchNumber batch, string id, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.Batch(usci, batch).SubmitRecord(new(caller, id, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<StageRecordView>, ProblemHttpResult>> Delete(
        CreditCode usci, BatchNumber batch, string id, SeenRevision seen, Caller caller, IGrainFactory grains, string? reason = null) =>
        (await grains.Batch(usci, batch).DeleteRecord(new() { By = caller, Id = id, Reason = reason, ExpectedRevision = seen.Revision }))
            .ToHttp();
}
