using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.TraceUnits;

internal static class TraceUnitEndpoints
{
    private static readonly string[] Choosing =
    [
        "trace-unit/area-below-minimum", "trace-unit/plot-taken", "trace-unit/name-invalid", "trace-unit/members-required",
        "trace-unit/member-without-plots", "trace-unit/member-twice", "trace-unit/member-outside-region", "trace-unit/unknown-grower",
        "trace-unit/plot-not-of-grower", "trace-unit/individual-one-grower", "trace-unit/only-yourself",
        "trace-unit/legal-person-required", "trace-unit/legal-person-not-expected", "trace-unit/legal-person-invalid",
    ];

    private static readonly string[] Frozen = ["trace-unit/processing", "trace-unit/dissolved", "season/closed"];

    public static void MapTraceUnits(this IEndpointRouteBuilder api)
    {
        // Who may act on a unit depends on the unit, so the grain tells forbidden from absent; the door only keeps strangers out.
        var units = api.MapGroup("/trace-units").WithTags("Trace units")
            .Allow(Role.Platform, Role.Regulator, Role.Regiment, Role.Company, Role.Organizer, Role.Grower);
        units.MapPost("/", Form).WithName("formTraceUnit").WithSummary("Forms a trace unit.")
            .Refuses([
                .. Choosing, "trace-unit/formation-not-yours", "trace-unit/region-not-yours", "trace-unit/region-required",
                "trace-unit/exists-with-different-content", "season/forming-closed", "season/closed",
            ]);
        units.MapGet("/", List).WithName("listTraceUnits").WithSummary("The caller's trace units.").Exported(TraceUnitTable.Columns);
        units.MapGet("/candidates", Candidates).WithName("listTraceUnitCandidates")
            .WithSummary("Growers with plots in the season who may join, and which of their plots are taken by which unit.")
            .Exported<Page<Candidate>, (Candidate, CandidatePlot)>(CandidateTable.Columns, CandidateTable.Rows);
        MapOne(units.MapGroup("/{id}"));
    }

    private static void MapOne(RouteGroupBuilder unit)
    {
        unit.MapGet("/", Get).WithName("getTraceUnit").WithSummary("A trace unit.");
        unit.MapPut("/", Edit).WithName("editTraceUnit").WithSummary("Changes name, members or legal person; approval is asked anew.")
            .Refuses([.. Choosing, .. Frozen, "trace-unit/approved"]);
        unit.MapDelete("/", Dissolve).WithName("dissolveTraceUnit").WithSummary("Dissolves a unit and frees its plots.")
            .Refuses([.. Frozen, "trace-unit/approved", "common/stale"]);
        unit.MapPut("/approval", Approve).WithName("approveTraceUnit").WithSummary("Approves a unit; with If-Match only as it was seen.")
            .Refuses([.. Frozen, "trace-unit/not-pending", "common/stale"]);
        unit.MapDelete("/approval", RevokeApproval).WithName("revokeTraceUnitApproval")
            .WithSummary("Revokes an approval.")
            .Refuses([.. Frozen, "trace-unit/not-approved", "common/stale"]);
        unit.MapPut("/rejection", Reject).WithName("rejectTraceUnit").WithSummary("Rejects a unit with a reason its members can read.")
            .Refuses([.. Frozen, "trace-unit/approved", "trace-unit/not-pending", "trace-unit/reason-required", "common/stale"]);
        unit.MapGet("/editability", Editability).WithName("getTraceUnitEditability")
            .WithSummary("Whether the caller may edit it, or why not, and so for every other deed.");
    }

    private static async Task<Results<Created<TraceUnitView>, ProblemHttpResult>> Form(
        FormTraceUnitRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller, IGrainFactory grains) =>
        (await grains.TraceUnit(NewId.For(caller, key)).Form(body.ToCommand(caller)))
            .ToCreated(unit => $"/api/v1/trace-units/{unit.Id}");

    private static async Task<Ok<Page<TraceUnitItem>>> List(
        [AsParameters] TraceUnitFilter filter, Limit limit, Cursor cursor, Caller caller, TraceUnitQueries queries) =>
        TypedResults.Ok(await queries.List(filter, limit, cursor, caller));

    private static async Task<Ok<Page<Candidate>>> Candidates(
        [AsParameters] CandidateFilter filter, Limit limit, Cursor cursor, Caller caller, CandidateQueries queries) =>
        TypedResults.Ok(await queries.List(filter, limit, cursor, caller));

    private static async Task<Results<Ok<TraceUnitView>, ProblemHttpResult>> Get(string id, Caller caller, IGrainFactory grains) =>
        (await grains.TraceUnit(id).GetFor(caller)).ToHttp();

    private static async Task<Results<Ok<TraceUnitView>, ProblemHttpResult>> Edit(
        string id, EditTraceUnitRequest body, IfMatch ifMatch, Caller caller, IGrainFactory grains) =>
        (await grains.TraceUnit(id).Edit(body.ToCommand(caller, ifMatch.Revision))).ToHttp();

    private static async Task<Results<Ok<TraceUnitView>, ProblemHttpResult>> Dissolve(
        string id, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.TraceUnit(id).Dissolve(new(caller, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<TraceUnitView>, ProblemHttpResult>> Approve(
        string id, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.TraceUnit(id).Approve(new(caller, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<TraceUnitView>, ProblemHttpResult>> RevokeApproval(
        string id, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.TraceUnit(id).RevokeApproval(new(caller, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<TraceUnitView>, ProblemHttpResult>> Reject(
        string id, RejectTraceUnitRequest body, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.TraceUnit(id).Reject(new(caller, body.Reason, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<TraceUnitEditability>, ProblemHttpResult>> Editability(
        string id, Caller caller, IGrainFactory grains, Reasons reasons) =>
        (await grains.TraceUnit(id).Judge(caller)).ToHttp(verdicts => TraceUnitEditability.Of(verdicts, reasons));
}
