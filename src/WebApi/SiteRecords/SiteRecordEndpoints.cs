using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;
using Suyuan.Inputs;
using Suyuan.Seasons;

namespace Suyuan.SiteRecords;

internal static class SiteRecordEndpoints
{
    private static readonly string[] Submitting =
        ["form/answers-invalid", "input/insufficient-stock", "input/lot-retired", "input/lot-unknown", "input/lot-expired"];

    public static void MapSiteRecords(this IEndpointRouteBuilder api)
    {
        var enterprise = api.MapGroup("/enterprises/{usci}").WithTags("Site records");
        enterprise.MapGet("/staff-health", StaffHealth).Allow(InputEndpoints.Readers).WithName("getStaffHealth")
            .WithSummary("How many of the staff hold valid health certificates, by the newest check of each.");
        var records = enterprise.MapGroup("/site-records");
        records.MapPost("/", Add).Allow(InputEndpoints.Writers).WithName("addSiteRecord")
            .WithSummary("Begins a record of internal management, of a test or of an issue of inputs, as a draft.")
            .Refuses("site-record/form-unknown", "site-record/exists-with-different-content");
        records.MapGet("/", List).Allow(InputEndpoints.Readers).WithName("listSiteRecords")
            .WithSummary("Site records, the last day first; deleted ones only by their state.")
            .Exported(SiteRecordTable.Of(api.ServiceProvider.GetRequiredService<FormCatalogue>()));
        records.MapGet("/{id}", Get).Allow(InputEndpoints.Readers).WithName("getSiteRecord").WithSummary("A site record.");
        records.MapPut("/{id}", Edit).Allow(InputEndpoints.Writers).WithName("editSiteRecord")
            .WithSummary("Changes a record's answers, whole; a submitted record stays submitted, and its history tells.")
            .Refuses([.. Submitting, "site-record/deleted"]);
        records.MapDelete("/{id}", Delete).Allow(InputEndpoints.Writers).WithName("deleteSiteRecord")
            .WithSummary("Deletes a record that was entered by mistake, saying why; what it drew is given back, its history stays.")
            .Refuses("site-record/reason-required", "common/stale");
        records.MapPut("/{id}/submission", Submit).Allow(InputEndpoints.Writers).WithName("submitSiteRecord")
            .WithSummary("Submits a draft; an issue of inputs draws on the stock.")
            .Refuses([.. Submitting, "site-record/deleted", "common/stale"]);
    }

    private static async Task<Results<Created<SiteRecordView>, ProblemHttpResult>> Add(
        CreditCode usci, SiteRecordRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller, IGrainFactory grains) =>
        (await grains.SiteRecord(usci, NewId.For(caller, key)).Add(body.ToCommand(caller)))
            .ToCreated(record => $"/api/v1/enterprises/{usci}/site-records/{record.Id}");

    private static Task<Results<Ok<Page<SiteRecordItem>>, ProblemHttpResult>> List(
        CreditCode usci, [AsParameters] SiteRecordFilter filter, Limit limit, Cursor cursor, Caller caller, IGrainFactory grains,
        SiteRecordQueries queries) =>
        grains.ForReadersOf(usci, caller, () => queries.List(usci, filter, limit, cursor));

    private static async Task<Results<Ok<SiteRecordView>, ProblemHttpResult>> Get(
        CreditCode usci, string id, Caller caller, IGrainFactory grains) =>
        (await grains.SiteRecord(usci, id).GetFor(caller)).ToHttp();

    private static async Task<Results<Ok<SiteRecordView>, ProblemHttpResult>> Edit(
        CreditCode usci, string id, EditSiteRecordRequest body, IfMatch ifMatch, Caller caller, IGrainFactory grains) =>
        (await grains.SiteRecord(usci, id).Edit(body.ToCommand(caller, ifMatch.Revision))).ToHttp();

    private static async Task<Results<Ok<SiteRecordView>, ProblemHttpResult>> Delete(
        CreditCode usci, string id, string? reason, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.SiteRecord(usci, id).Delete(new(caller, reason ?? "", seen.Revision))).ToHttp();

    private static async Task<Results<Ok<SiteRecordView>, ProblemHttpResult>> Submit(
        CreditCode usci, string id, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.SiteRecord(usci, id).Submit(new(caller, seen.Revision))).ToHttp();

    private static Task<Results<Ok<StaffHealth>, ProblemHttpResult>> StaffHealth(
        CreditCode usci, Caller caller, IGrainFactory grains, SiteRecordQueries queries, TimeProvider clock) =>
        grains.ForReadersOf(usci, caller, () => queries.StaffHealth(usci, ChinaTime.DateOf(clock.GetUtcNow())));
}
