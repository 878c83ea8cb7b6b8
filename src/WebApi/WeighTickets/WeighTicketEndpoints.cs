using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Growers;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.WeighTickets;

internal static class WeighTicketEndpoints
{
    public static void MapWeighTickets(this IEndpointRouteBuilder api)
    {
        var tickets = api.MapGroup("/gins/{gin}").WithTags("Weigh tickets");
        tickets.MapPut("/weigh-tickets/{ticket}", Upload).WithName("putWeighTicket").WithSummary("Upload or complete a weigh ticket")
            .Allow(Role.Ginner, Role.Platform)
            .Refuses("weigh-ticket/unknown-grower", "weigh-ticket/plot-not-of-grower", "weigh-ticket/net-not-positive",
                "weigh-ticket/printed", "weigh-ticket/withdrawn", "season/delivery-closed", "season/closed");
        tickets.MapGet("/weigh-tickets/{ticket}", Get).WithName("getWeighTicket").WithSummary("One weigh ticket")
            .Allow(Role.Ginner, Role.Platform, Role.Regiment);
        tickets.MapGet("/weigh-tickets", List).WithName("listWeighTickets").WithSummary("Weigh tickets of a gin, newest first")
            .Exported(WeighTicketTable.Columns)
            .Allow(Role.Ginner, Role.Platform);
        tickets.MapPut("/weigh-tickets/{ticket}/waiver", Waive).WithName("waiveLateTicket").WithSummary("Let a late ticket be printed")
            .Allow(Role.Regiment, Role.Platform).Refuses("weigh-ticket/not-late", "weigh-ticket/reason-required", "season/closed");
        tickets.MapDelete("/weigh-tickets/{ticket}", Withdraw).WithName("withdrawWeighTicket")
            .WithSummary("Take back a ticket that was entered by mistake, saying why; lists and statistics leave it out")
            .Allow(Role.Ginner, Role.Platform)
            .Refuses("weigh-ticket/card-stands", "weigh-ticket/reason-required", "season/closed");
        tickets.MapDelete("/weigh-tickets/{ticket}/withdrawal", Reinstate).WithName("reinstateWeighTicket")
            .WithSummary("Undo the withdrawal of a ticket").Allow(Role.Ginner, Role.Platform).Refuses("season/closed");
        tickets.MapGet("/weigh-tickets/{ticket}/printability", Printability).WithName("getPrintability")
            .WithSummary("Whether the ticket's trace card can be printed now, or why not").Allow(Role.Ginner, Role.Platform);
        tickets.MapGet("/growers/{idNumber}/deliveries", Deliveries).WithName("getDeliveries")
            .WithSummary("A grower and the tickets delivered to this gin: what the print screen shows").Allow(Role.Ginner, Role.Platform);
    }

    private static async Task<Results<Ok<WeighTicketView>, ProblemHttpResult>> Upload(
        GinCode gin, TicketNumber ticket, WeighTicketRequest body, Caller caller, IGrainFactory grains) =>
        (await grains.WeighTicket(gin, ticket).Upload(body.ToCommand(caller, gin, ticket))).ToHttp();

    private static async Task<Results<Ok<WeighTicketView>, ProblemHttpResult>> Get(
        GinCode gin, TicketNumber ticket, Caller caller, IGrainFactory grains) =>
        (await grains.WeighTicket(gin, ticket).Get()).SeenBy(caller).ToHttp();

    private static async Task<Results<Ok<Page<WeighTicketItem>>, ProblemHttpResult>> List(
        GinCode gin, [AsParameters] WeighTicketFilter filter, Limit limit, Cursor cursor, Caller caller, WeighTicketQueries queries) =>
        caller.WorksAt(gin.Value)
            ? TypedResults.Ok(await queries.List(new(Gin: gin), filter, limit, cursor))
            : SharedRefusals.NotFound("gin").ToProblem();

    private static async Task<Results<Ok<WeighTicketView>, ProblemHttpResult>> Waive(
        GinCode gin, TicketNumber ticket, WaiverRequest body, Caller caller, IGrainFactory grains) =>
        (await grains.WeighTicket(gin, ticket).Waive(new(caller, body.Reason))).ToHttp();

    private static async Task<Results<Ok<WeighTicketView>, ProblemHttpResult>> Withdraw(
        GinCode gin, TicketNumber ticket, string? reason, Caller caller, IGrainFactory grains) =>
        (await grains.WeighTicket(gin, ticket).Withdraw(new(caller, reason ?? ""))).ToHttp();

    private static async Task<Results<Ok<WeighTicketView>, ProblemHttpResult>> Reinstate(
        GinCode gin, TicketNumber ticket, Caller caller, IGrainFactory grains) =>
        (await grains.WeighTicket(gin, ticket).Reinstate(caller)).ToHttp();

    private static async Task<Results<Ok<WhyNot>, ProblemHttpResult>> Printability(
        GinCode gin, TicketNumber ticket, Caller caller, IGrainFactory grains, Reasons reasons) =>
        (await grains.TraceCard(gin, ticket).JudgePrinting(caller, gin, ticket)).ToHttp(reasons.For);

    private static async Task<Results<Ok<DeliveriesView>, ProblemHttpResult>> Deliveries(
        GinCode gin, PersonNumber idNumber, SeasonYear? season, Caller caller, WeighTicketQueries queries) =>
        caller.WorksAt(gin.Value) && await queries.Deliveries(gin, idNumber, season) is { } deliveries
            ? TypedResults.Ok(deliveries)
            : SharedRefusals.NotFound("grower").ToProblem();

    /// <summary>A gin sees its own tickets, a regiment those of its growers.</summary>
    public static Result<WeighTicketView> SeenBy(this Result<WeighTicketView> ticket, Caller caller) =>
        ticket.Then<WeighTicketView>(view =>
            caller.WorksAt(view.Gin.Value) || caller.Oversees(view.Region) ? view : SharedRefusals.NotFound("weigh-ticket"));
}
