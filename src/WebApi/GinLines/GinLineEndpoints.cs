using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.TraceCards;

namespace Suyuan.GinLines;

internal static class GinLineEndpoints
{
    public static void MapGinLines(this IEndpointRouteBuilder api)
    {
        var lines = api.MapGroup("/gins/{gin}/lines").WithTags("Gin lines");
        lines.MapGet("", List).WithName("listGinLines").WithSummary("Gin lines with their queues").Exported(GinLineTable.Columns)
            .Allow(Role.Ginner, Role.GinVerifier, Role.Platform);
        lines.MapPut("/{line:int}", Register).WithName("putGinLine").WithSummary("Register a gin line and its collector's model")
            .Allow(Role.Ginner, Role.Platform).Refuses("gin-line/queue-exceeds-model", "gin-line/impossible-number");
        lines.MapGet("/{line:int}", Get).WithName("getGinLine").WithSummary("Queue, card in work, progress, last bale and cursor of a line")
            .Allow(Role.Ginner, Role.GinVerifier, Role.Collector, Role.Platform);
        lines.MapGet("/{line:int}/messages", Messages).WithName("listLineMessages")
            .WithSummary("The line's history, newest first: every message that it took, with its answer or refusal")
            .Exported(GinLineTable.Messages)
            .Allow(Role.Ginner, Role.GinVerifier, Role.Collector, Role.Platform);
        lines.MapPost("/{line:int}/device-keys", IssueKey).WithName("issueDeviceKey")
            .WithSummary("A new key for the line's collector, shown once").Allow(Role.Ginner, Role.Platform);
        lines.MapPost("/{line:int}/scans", Scan).WithName("scanCard").WithSummary("Scan a trace card")
            .Allow(Role.Collector, Role.Ginner, Role.Platform)
            .Refuses("gin-line/card-unknown", "gin-line/card-finished", "gin-line/delay-required", "gin-line/card-in-work",
                "gin-line/card-already-queued", "gin-line/queue-full", "gin-line/sequence-gap", "trace-card/on-another-line",
                "season/ginning-closed");
        lines.MapGet("/{line:int}/scannability", Scannability).WithName("getScannability")
            .WithSummary("Whether the card could be scanned at the line now, or why not")
            .Allow(Role.Collector, Role.Ginner, Role.GinVerifier, Role.Platform);
        lines.MapPost("/{line:int}/bales", Press).WithName("recordBale").WithSummary("Record one pressed bale")
            .Allow(Role.Collector, Role.Ginner, Role.Platform)
            .Refuses("bale/wrong-gin", "bale/wrong-date", "bale/impossible-weight", "bale/exists-with-different-content",
                "gin-line/sequence-gap");
        lines.MapPost("/{line:int}/finishes", Finish).WithName("finishCard").WithSummary("End the card in work by hand")
            .Allow(Role.Collector, Role.Ginner, Role.Platform).Refuses("gin-line/nothing-in-work", "gin-line/sequence-gap");
        lines.MapPost("/{line:int}/stream", Stream).WithName("streamLine")
            .WithSummary("Messages in, acknowledgements out, one JSON line each: the bodies of scans, bales and finishes with their kind")
            .WithMetadata(new DisableRequestSizeLimitAttribute()).HasOwnIdentity()
            .Accepts<BaleRequest>("application/x-ndjson").Produces<LineStreamReply>(200, "application/x-ndjson")
            .Allow(Role.Collector, Role.Ginner, Role.Platform);
        lines.MapPost("/{line:int}/reopens", Reopen).WithName("reopenCard")
            .WithSummary("Reopen a hand-ended card with the verifier account")
            .Allow(Role.Collector, Role.Ginner, Role.GinVerifier, Role.Platform)
            .Refuses("gin-line/verifier-required", "gin-line/card-complete", "gin-line/card-not-finished", "gin-line/queue-full",
                "season/ginning-closed");
    }

    private static async Task<Results<Ok<Page<GinLineView>>, ProblemHttpResult>> List(
        GinCode gin, Caller caller, GinLineQueries queries, IGrainFactory grains) =>
        caller.WorksAt(gin.Value)
            ? TypedResults.Ok(new Page<GinLineView>(await Views(gin, await queries.LinesOf(gin), grains), null))
            : SharedRefusals.NotFound("gin").ToProblem();

    private static async Task<Results<Ok<GinLineView>, ProblemHttpResult>> Register(
        GinCode gin, int line, GinLineRequest body, Caller caller, IGrainFactory grains) =>
        (await grains.GinLine(new(gin, line)).Register(new(caller, new(gin, line), body.Model))).ToHttp();

    private static async Task<Results<Ok<GinLineView>, ProblemHttpResult>> Get(
        GinCode gin, int line, Caller caller, IGrainFactory grains) =>
        caller.WorksAt(gin.Value)
            ? (await grains.GinLine(new(gin, line)).Get()).ToHttp()
            : SharedRefusals.NotFound("gin-line").ToProblem();

    private static async Task<Results<Ok<Page<LineMessageItem>>, ProblemHttpResult>> Messages(
        GinCode gin, int line, Limit limit, Cursor cursor, Caller caller, GinLineQueries queries, IGrainFactory grains, Reasons reasons) =>
        caller.WorksAt(gin.Value) && !(await grains.GinLine(new(gin, line)).Get()).Refused
            ? TypedResults.Ok(await queries.Messages(new(gin, line), limit, cursor, reasons))
            : SharedRefusals.NotFound("gin-line").ToProblem();

    private static async Task<Results<Created<DeviceKeyView>, ProblemHttpResult>> IssueKey(
        GinCode gin, int line, Caller caller, IGrainFactory grains) =>
        caller.WorksAt(gin.Value) && !(await grains.GinLine(new(gin, line)).Get()).Refused
            ? (await grains.DeviceKey(new(gin, line)).Issue(caller)).ToCreated(_ => $"/api/v1/gins/{gin}/lines/{line}")
            : SharedRefusals.NotFound("gin-line").ToProblem();

    private static async Task<Results<Ok<LineAnswer>, ProblemHttpResult>> Scan(
        GinCode gin, int line, ScanRequest body, LineCaller caller) => (await caller.At(gin, line, body)).ToHttp();

    private static async Task<Results<Ok<WhyNot>, ProblemHttpResult>> Scannability(
        GinCode gin, int line, CardNumber card, int? delayBales, Caller caller, IGrainFactory grains, Reasons reasons) =>
        (await grains.GinLine(new(gin, line)).JudgeScan(caller, card, delayBales)).ToHttp(reasons.For);

    private static async Task<Results<Ok<LineAnswer>, ProblemHttpResult>> Press(
        GinCode gin, int line, BaleRequest body, LineCaller caller) => (await caller.At(gin, line, body)).ToHttp();

    private static async Task<Results<Ok<LineAnswer>, ProblemHttpResult>> Finish(
        GinCode gin, int line, FinishRequest body, LineCaller caller) => (await caller.At(gin, line, body)).ToHttp();

    private static async Task<Results<LineStream, ProblemHttpResult>> Stream(
        GinCode gin, int line, LineCaller caller, IGrainFactory grains) =>
        caller.MaySpeakFor(gin, line) && !(await grains.GinLine(new(gin, line)).Get()).Refused
            ? new LineStream(new(gin, line), caller.Caller)
            : SharedRefusals.NotFound("gin-line").ToProblem();

    private static async Task<Results<Ok<LineAnswer>, ProblemHttpResult>> Reopen(
        GinCode gin, int line, ReopenRequest body, LineCaller caller) => (await caller.AsVerifier(gin, line, body)).ToHttp();

    private static async Task<IReadOnlyList<GinLineView>> Views(GinCode gin, List<int> lines, IGrainFactory grains)
    {
        var views = await Task.WhenAll(lines.Select(line => grains.GinLine(new(gin, line)).Get()));
        return [.. views.Where(view => !view.Refused).Select(view => view.Value)];
    }
}
