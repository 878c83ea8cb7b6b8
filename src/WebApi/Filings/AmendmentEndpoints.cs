using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Filings;

/// <summary>An amendment (变更) goes the way of a first filing, while what was issued stands.</summary>
internal static class AmendmentEndpoints
{
    private static readonly string[] Changing = ["filing/no-amendment", "filing/submitted", "filing/not-issued", "filing/revoked"];

    public static void MapAmendment(this RouteGroupBuilder amendment)
    {
        amendment.MapPost("/", Open).WithName("openFilingAmendment")
            .WithSummary("Begins an amendment of an issued filing, or the renewal of an expired one.")
            .Refuses("filing/amendment-exists", "filing/not-issued", "filing/revoked", "filing/exists", "common/stale");
        amendment.MapPut("/", Edit).WithName("editFilingAmendment").WithSummary("Keeps other answers of the amendment.")
            .Refuses([.. Changing, "filing/exists"]);
        amendment.MapDelete("/", Drop).WithName("dropFilingAmendment").WithSummary("Throws the amendment away; what was issued stands.")
            .Refuses([.. Changing, "common/stale"]);
        amendment.MapPut("/submission", Submit).WithName("submitFilingAmendment").WithSummary("Submits the amendment for review.")
            .Refuses([.. Changing, "form/answers-invalid", "filing/other-enterprise", "filing/exists", "common/stale"]);
        amendment.MapDelete("/submission", Withdraw).WithName("withdrawFilingAmendment")
            .WithSummary("Takes the amendment back before it is decided on.")
            .Refuses("filing/no-amendment", "filing/not-submitted", "filing/not-issued", "filing/revoked", "common/stale");
        amendment.MapPut("/return", Return).WithName("returnFilingAmendment").WithSummary("Sends the amendment back with an opinion.")
            .Refuses([.. FilingDoors.Deciding, "filing/no-amendment", "filing/opinion-required"]);
        amendment.MapPut("/issuance", Issue).WithName("issueFilingAmendment")
            .WithSummary("Issues the amendment in place of what stood: the number stays, and the days too while they last.")
            .Refuses([.. FilingDoors.Deciding, "filing/no-amendment", "filing/opinion-required", "filing/validity-invalid"]);
    }

    private static async Task<Results<Created<FilingView>, ProblemHttpResult>> Open(
        string id, OpenAmendmentRequest body, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.Filing(id).OpenAmendment(new(caller, body.Answers, seen.Revision))).ToCreated(_ => $"/api/v1/filings/{id}");

    private static async Task<Results<Ok<FilingView>, ProblemHttpResult>> Edit(
        string id, EditFilingRequest body, IfMatch ifMatch, Caller caller, IGrainFactory grains) =>
        (await grains.Filing(id).EditAmendment(new(caller, body.Answers, ifMatch.Revision))).ToHttp();

    private static async Task<Results<Ok<FilingView>, ProblemHttpResult>> Drop(
        string id, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.Filing(id).DropAmendment(new(caller, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<FilingView>, ProblemHttpResult>> Submit(
        string id, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.Filing(id).SubmitAmendment(new(caller, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<FilingView>, ProblemHttpResult>> Withdraw(
        string id, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.Filing(id).WithdrawAmendment(new(caller, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<FilingView>, ProblemHttpResult>> Return(
        string id, ReturnFilingRequest body, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.Filing(id).ReturnAmendment(new(caller, body.Opinion, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<FilingView>, ProblemHttpResult>> Issue(
        string id, IssueFilingRequest body, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.Filing(id).IssueAmendment(body.ToCommand(caller, seen.Revision))).ToHttp();
}
