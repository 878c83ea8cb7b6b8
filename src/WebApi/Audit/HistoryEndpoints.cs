using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Filings;
using Suyuan.GinLines;
using Suyuan.Growers;
using Suyuan.Inputs;
using Suyuan.Regions;
using Suyuan.Seasons;
using Suyuan.SiteRecords;
using Suyuan.TraceCards;
using Suyuan.TraceUnits;
using Suyuan.WeighTickets;

namespace Suyuan.Audit;

/// <summary>The versions of a resource, open to whoever may read the resource itself.</summary>
internal static class HistoryEndpoints
{
    private const string Summary = "Every version, newest first: who, when, what changed, and its link of the hash chain";

    public static void MapHistories(this IEndpointRouteBuilder api)
    {
        var histories = api.MapGroup("").WithTags("Audit");
        histories.MapGet("/trace-units/{id}/history", OfUnit).WithName("getTraceUnitHistory").AsHistory()
            .Allow(Role.Platform, Role.Regulator, Role.Regiment, Role.Company, Role.Organizer, Role.Grower);
        histories.MapGet("/gins/{gin}/weigh-tickets/{ticket}/history", OfTicket).WithName("getWeighTicketHistory").AsHistory()
            .Allow(Role.Ginner, Role.Platform, Role.Regiment);
        histories.MapGet("/gins/{gin}/trace-cards/{card}/history", OfCard).WithName("getTraceCardHistory").AsHistory()
            .Allow(Role.Ginner, Role.Platform);
        histories.MapGet("/filings/{id}/history", OfFiling).WithName("getFilingHistory").AsHistory()
            .Allow(Role.Platform, Role.Regulator, Role.EnterpriseAdministrator, Role.Recorder);
        histories.MapGet("/growers/{id}/history", OfGrower).WithName("getGrowerHistory").AsHistory()
            .Allow(Role.Platform, Role.Regulator, Role.Regiment, Role.Company, Role.Grower);
        histories.MapGet("/seasons/{season}/history", OfSeason).WithName("getSeasonHistory").AsHistory().AllowSignedIn();
        histories.MapGet("/regions/{region}/history", OfRegion).WithName("getRegionHistory").AsHistory().Allow(Role.Platform);
        histories.MapGet("/accounts/{userName}/history", OfAccount).WithName("getAccountHistory").AsHistory()
            .Allow(Role.Platform);
        histories.MapGet("/enterprises/{usci}/inputs/{id}/history", OfInput).WithName("getInputHistory").AsHistory()
            .Allow(InputEndpoints.Readers);
        histories.MapGet("/enterprises/{usci}/input-lots/{id}/history", OfInputLot).WithName("getInputLotHistory").AsHistory()
            .Allow(InputEndpoints.Readers);
        histories.MapGet("/enterprises/{usci}/site-records/{id}/history", OfSiteRecord).WithName("getSiteRecordHistory").AsHistory()
            .Allow(InputEndpoints.Readers);
    }

    internal static RouteHandlerBuilder AsHistory(this RouteHandlerBuilder route) =>
        route.WithSummary(Summary).Exported(HistoryTable.Columns);

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfUnit(
        string id, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        await (await grains.TraceUnit(id).GetFor(caller)).Show(_ => histories.Of("trace-unit", grains.TraceUnit(id), limit, cursor));

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfTicket(
        GinCode gin, TicketNumber ticket, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        await (await grains.WeighTicket(gin, ticket).Get()).SeenBy(caller)
            .Show(_ => histories.Of("weigh-ticket", grains.WeighTicket(gin, ticket), limit, cursor));

    /// <summary>A ticket that was printed anew after its card was voided tells of both numbers.</summary>
    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfCard(
        GinCode gin, CardNumber card, Caller caller, IGrainFactory grains, PrintedCards printed, HistoryQueries histories, Limit limit,
        Cursor cursor) =>
        await (await printed.Get(caller, gin, card))
            .Show(view => histories.Of("trace-card", grains.TraceCard(gin, view.Ticket), limit, cursor));

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfFiling(
        string id, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        await (await grains.Filing(id).GetFor(caller)).Show(_ => histories.Of("filing", grains.Filing(id), limit, cursor));

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfGrower(
        string id, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        await (await grains.Grower(id).GetFor(caller)).Show(_ => histories.Of("grower", grains.Grower(id), limit, cursor));

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfSeason(
        SeasonYear season, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        await (await grains.Season(season).Get()).Show(_ => histories.Of("season", grains.Season(season), limit, cursor));

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfRegion(
        RegionCode region, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        await (await grains.Region(region).Get()).Show(_ => histories.Of("region", grains.Region(region), limit, cursor));

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfAccount(
        UserName userName, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        await (await grains.Account(userName).Get()).Show(_ => histories.Of("account", grains.Account(userName), limit, cursor));

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfInput(
        CreditCode usci, string id, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        await (await grains.Input(usci, id).GetFor(caller)).Show(_ => histories.Of("input", grains.Input(usci, id), limit, cursor));

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfInputLot(
        CreditCode usci, string id, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        await (await grains.InputLot(usci, id).GetFor(caller))
            .Show(_ => histories.Of("input-lot", grains.InputLot(usci, id), limit, cursor));

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfSiteRecord(
        CreditCode usci, string id, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        await (await grains.SiteRecord(usci, id).GetFor(caller))
            .Show(_ => histories.Of("site-record", grains.SiteRecord(usci, id), limit, cursor));

    internal static Task<Page<VersionItem>> Of(
        this HistoryQueries histories, string kind, IGrainWithStringKey grain, Limit limit, Cursor cursor) =>
        histories.Of(kind, grain.GetPrimaryKeyString(), limit, cursor);

    internal static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> Show<T>(
        this Result<T> seen, Func<T, Task<Page<VersionItem>>> history) where T : class =>
        seen.Refused ? seen.Refusal.ToProblem() : TypedResults.Ok(await history(seen.Value));
}
