using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Filings;

internal static class FilingEndpoints
{
    private static readonly string[] Filling = ["filing/exists", "common/not-found"];

    public static void MapFilings(this IEndpointRouteBuilder api)
    {
        // Read when the node starts: a wrong setting is told then, not to the first regulator who asks.
        api.ServiceProvider.GetRequiredService<DecisionDeadline>();

        // Who may act on a filing depends on the filing, so the grain tells forbidden from absent; the door only keeps strangers out.
        var filings = api.MapGroup("/filings").WithTags("Filings");
        filings.MapPost("/", Create).Allow(Role.EnterpriseAdministrator, Role.Recorder)
            .WithName("createFiling").WithSummary("Begins an application (创建申请) of one of the four kinds, with or without answers yet.")
            .Refuses([.. Filling, "filing/exists-with-different-content"]);
        filings.MapGet("/", List).Allow(FilingDoors.Everybody).WithName("listFilings")
            .WithSummary("An enterprise's own filings, or those of a regulator's district; newest first.").Exported(FilingTable.Columns);
        filings.MapGet("/work-list", WorkList).Allow(Role.Regulator, Role.Platform).WithName("listFilingsToDecide")
            .WithSummary("What waits for a regulator's decision, oldest first, with its age and whether it is overdue.")
            .Exported<FilingWorkList, FilingItem>(FilingTable.Columns, list => list.Items);
        MapOne(filings.MapGroup("/{id}").Allow(FilingDoors.Everybody));
        filings.MapGroup("/{id}/amendment").Allow(FilingDoors.Everybody).MapAmendment();
        api.MapStanding();
    }

    private static void MapOne(RouteGroupBuilder filing)
    {
        filing.MapGet("/", Get).WithName("getFiling").WithSummary("A filing with its answers, its certificate and every step so far.");
        filing.MapPut("/", Edit).WithName("editFiling")
            .WithSummary("Keeps other answers; what is wrong with them is told when they are submitted.")
            .Refuses([.. Filling, "filing/submitted", "filing/issued", "filing/revoked"]);
        filing.MapDelete("/", Delete).WithName("deleteFiling").WithSummary("Throws away a filing that was never issued.")
            .Refuses("filing/submitted", "filing/issued", "filing/revoked", "common/stale");
        filing.MapPut("/submission", Submit).WithName("submitFiling").WithSummary("Submits a filing for review (提交评审).")
            .Refuses([
                "form/answers-invalid", "filing/other-enterprise", "filing/exists", "filing/issued", "filing/revoked", "common/stale",
            ]);
        filing.MapDelete("/submission", Withdraw).WithName("withdrawFiling").WithSummary("Takes a submission back before it is decided on.")
            .Refuses("filing/not-submitted", "filing/revoked", "common/stale");
        filing.MapPut("/return", Return).WithName("returnFiling").WithSummary("Sends a submission back (退回) with an opinion.")
            .Refuses([.. FilingDoors.Deciding, "filing/opinion-required"]);
        filing.MapPut("/issuance", Issue).WithName("issueFiling").WithSummary("Issues a certificate (颁发).")
            .Refuses([.. FilingDoors.Deciding, "filing/opinion-required", "filing/validity-invalid"]);
        filing.MapPut("/revocation", Revoke).WithName("revokeFiling").WithSummary("Revokes an issued filing (注销) for a reason.")
            .Refuses(
                "filing/own-enterprise", "filing/not-issued", "filing/expired", "filing/revoked", "filing/reason-required", "common/stale");
        filing.MapGet("/editability", Editability).WithName("getFilingEditability")
            .WithSummary("Whether the caller may edit it, or why not, and so for every other deed.");
        filing.MapGet("/certificate", CertificatePage.Show).WithName("getFilingCertificate")
            .WithSummary("The certificate as a page to print, while it is valid.").Produces<string>(200, "text/html")
            .Refuses("filing/not-issued", "filing/expired", "filing/revoked")
            .AddEndpointFilter((context, next) =>
            {
                context.HttpContext.Response.Headers.ContentSecurityPolicy = CertificatePage.ContentSecurityPolicy;
                return next(context);
            });
    }

    private static async Task<Results<Created<FilingView>, ProblemHttpResult>> Create(
        CreateFilingRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller, IGrainFactory grains) =>
        (await grains.Filing(NewId.For(caller, key)).Create(body.ToCommand(caller))).ToCreated(filing => $"/api/v1/filings/{filing.Id}");

    private static async Task<Ok<Page<FilingItem>>> List(
        [AsParameters] FilingFilter filter, Limit limit, Cursor cursor, Caller caller, FilingQueries queries) =>
        TypedResults.Ok(await queries.List(filter, limit, cursor, caller));

    private static async Task<Ok<FilingWorkList>> WorkList(
        Limit limit, Cursor cursor, Caller caller, FilingWorkQueries queries, Choice<FilingKind>? kind = null) =>
        TypedResults.Ok(await queries.List(kind?.Value, limit, cursor, caller));

    private static async Task<Results<Ok<FilingView>, ProblemHttpResult>> Get(string id, Caller caller, IGrainFactory grains) =>
        (await grains.Filing(id).GetFor(caller)).ToHttp();

    private static async Task<Results<Ok<FilingView>, ProblemHttpResult>> Edit(
        string id, EditFilingRequest body, IfMatch ifMatch, Caller caller, IGrainFactory grains) =>
        (await grains.Filing(id).Edit(new(caller, body.Answers, ifMatch.Revision))).ToHttp();

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        string id, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.Filing(id).Delete(new(caller, seen.Revision))).ToNoContent();

    private static async Task<Results<Ok<FilingView>, ProblemHttpResult>> Submit(
        string id, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.Filing(id).Submit(new(caller, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<FilingView>, ProblemHttpResult>> Withdraw(
        string id, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.Filing(id).Withdraw(new(caller, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<FilingView>, ProblemHttpResult>> Return(
        string id, ReturnFilingRequest body, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.Filing(id).Return(new(caller, body.Opinion, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<FilingView>, ProblemHttpResult>> Issue(
        string id, IssueFilingRequest body, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.Filing(id).Issue(body.ToCommand(caller, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<FilingView>, ProblemHttpResult>> Revoke(
        string id, RevokeFilingRequest body, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.Filing(id).Revoke(new(caller, body.Reason, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<FilingEditability>, ProblemHttpResult>> Editability(
        string id, Caller caller, IGrainFactory grains, Reasons reasons) =>
        (await grains.Filing(id).Judge(caller)).ToHttp(verdicts => FilingEditability.Of(verdicts, reasons));
}
