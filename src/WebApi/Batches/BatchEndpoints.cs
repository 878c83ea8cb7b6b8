using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Batches;

internal static class BatchEndpoints
{
    private static readonly string[] Filling =
        ["enterprise/unknown-zone", "batch/plot-not-in-zone", "form/answers-invalid"];

    public static void MapBatches(this IEndpointRouteBuilder api)
    {
        var batches = api.MapGroup("/enterprises/{usci}/batches").WithTags("Batches");
        batches.MapPost("/", Open).Allow(BatchAccess.Writers).WithName("openBatch").WithSummary("Opens a batch of a filed product.")
            .Refuses([
                .. Filling, "enterprise/filing-required", "batch/product-not-filed", "enterprise/profile-required",
                "enterprise/zone-required", "batch/numbers-used-up", "batch/exists-with-different-content",
            ]);
        batches.MapGet("/", List).Allow(BatchAccess.Readers).WithName("listBatches")
            .WithSummary("An enterprise's batches, newest first; q is part of number or product.").Exported(BatchTable.Columns);
        var batch = batches.MapGroup("/{batch}");
        MapOne(batch);
        batch.MapStageRecords();
        batch.MapDossier();
        batch.MapDeclarations();
    }

    private static void MapOne(RouteGroupBuilder batch)
    {
        batch.MapGet("/", Get).Allow(BatchAccess.Readers).WithName("getBatch").WithSummary("A batch with its stages.");
        batch.MapPut("/", Edit).Allow(BatchAccess.Writers).WithName("editBatch")
            .WithSummary("Changes zone, plots and answers of a running batch.").Refuses([.. Filling, "batch/not-running"]);
        batch.MapDelete("/", Void).Allow(BatchAccess.Writers).WithName("voidBatch")
            .WithSummary("Voids a running batch that no identity code is bound to; a reason may be given.")
            .Refuses("batch/not-running", "batch/codes-bound", "batch/reason-required", "common/stale");
        batch.MapPut("/completion", Complete).Allow(BatchAccess.Writers).WithName("completeBatch")
            .WithSummary("Ends a batch's life cycle: it is read only from then on.").Refuses("batch/not-running", "common/stale");
        batch.MapPut("/reopening", Reopen).Allow(Role.EnterpriseAdministrator).WithName("reopenBatch")
            .WithSummary("Opens a completed batch again, with a reason.")
            .Refuses("batch/not-running", "batch/not-completed", "batch/reason-required", "enterprise/unknown-zone",
                "batch/plot-not-in-zone", "common/stale");
        batch.MapPut("/stages/{stage}", AddStage).Allow(BatchAccess.Writers).WithName("addBatchStage")
            .WithSummary("Adds a stage of the catalogue.").Refuses("batch/not-running", "batch/unknown-stage");
        batch.MapDelete("/stages/{stage}", RemoveStage).Allow(BatchAccess.Writers).WithName("removeBatchStage")
            .WithSummary("Removes a stage that has no record.").Refuses("batch/not-running", "batch/stage-not-empty");
        batch.MapGet("/editability", Editability).Allow(BatchAccess.Readers).WithName("getBatchEditability")
            .WithSummary("Whether the caller may edit the batch now, or why not, and so for every other deed.");
    }

    private static async Task<Results<Created<BatchView>, ProblemHttpResult>> Open(
        CreditCode usci, OpenBatchRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller, IGrainFactory grains) =>
        (await grains.BatchDesk(usci).Open(body.ToCommand(caller, NewId.For(caller, key))))
            .ToCreated(batch => $"/api/v1/enterprises/{usci}/batches/{batch.Number}");

    private static async Task<Results<Ok<Page<BatchItem>>, ProblemHttpResult>> List(
        CreditCode usci, [AsParameters] BatchFilter filter, Limit limit, Cursor cursor, Caller caller, IGrainFactory grains,
        BatchQueries queries)
    {
        var known = await grains.Enterprise(usci).GetFor(caller);
        return known.Refused ? known.Refusal.ToProblem() : TypedResults.Ok(await queries.List(usci, filter, limit, cursor));
    }

    private static async Task<Results<Ok<BatchView>, ProblemHttpResult>> Get(
        CreditCode usci, BatchNumber batch, Caller caller, IGrainFactory grains) =>
        (await grains.Batch(usci, batch).GetFor(caller)).ToHttp();

    private static async Task<Results<Ok<BatchView>, ProblemHttpResult>> Edit(
        CreditCode usci, BatchNumber batch, EditBatchRequest body, IfMatch ifMatch, Caller caller, IGrainFactory grains) =>
        (await grains.Batch(usci, batch).Edit(body.ToCommand(caller, ifMatch.Revision))).ToHttp();

    private static async Task<Results<Ok<BatchView>, ProblemHttpResult>> Void(
        CreditCode usci, BatchNumber batch, SeenRevision seen, Caller caller, IGrainFactory grains, string? reason = null) =>
        (await grains.Batch(usci, batch).Void(new(caller, reason, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<BatchView>, ProblemHttpResult>> Complete(
        CreditCode usci, BatchNumber batch, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.Batch(usci, batch).Complete(new(caller, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<BatchView>, ProblemHttpResult>> Reopen(
        CreditCode usci, BatchNumber batch, ReopenBatchRequest body, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.Batch(usci, batch).Reopen(new(caller, body.Reason, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<BatchView>, ProblemHttpResult>> AddStage(
        CreditCode usci, BatchNumber batch, string stage, Caller caller, IGrainFactory grains) =>
        (await grains.Batch(usci, batch).AddStage(new(caller, stage))).ToHttp();

    private static async Task<Results<Ok<BatchView>, ProblemHttpResult>> RemoveStage(
        CreditCode usci, BatchNumber batch, string stage, Caller caller, IGrainFactory grains) =>
        (await grains.Batch(usci, batch).RemoveStage(new(caller, stage))).ToHttp();

    private static async Task<Results<Ok<BatchEditability>, ProblemHttpResult>> Editability(
        CreditCode usci, BatchNumber batch, Caller caller, IGrainFactory grains, Reasons reasons) =>
        (await grains.Batch(usci, batch).Judge(caller)).ToHttp(verdicts => BatchEditability.Of(verdicts, reasons));
}
