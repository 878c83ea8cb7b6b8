using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Growers;

namespace Suyuan.TraceCards;

internal static class TraceCardEndpoints
{
    public static void MapTraceCards(this IEndpointRouteBuilder api)
    {
        var cards = api.MapGroup("/gins/{gin}").WithTags("Trace cards");
        cards.MapPost("/trace-cards", Print).WithName("printTraceCard")
            .WithSummary("Print a trace card; the print id makes it safe to repeat").Allow(Role.Ginner, Role.Platform)
            .Refuses("trace-card/unit-not-approved", "trace-card/already-printed", "weigh-ticket/late", "trace-card/film-count-required",
                "trace-card/chip-taken", "weigh-ticket/withdrawn", "season/closed");
        cards.MapGet("/trace-cards", List).WithName("listTraceCards")
            .WithSummary("Print history, newest first, by whatever is still known of a card")
            .AddEndpointFilter<GrowerByNumber>().Exported(TraceCardTable.Columns)
            .Allow(Role.Ginner, Role.Platform, Role.Collector);
        cards.MapGet("/trace-cards/{card}", Get).WithName("getTraceCard").WithSummary("One trace card with its progress")
            .Allow(Role.Ginner, Role.Platform, Role.Collector);
        cards.MapGet("/trace-cards/{card}/labels", PrintLabels).WithName("getLabels")
            .WithSummary("Printable labels: a page for the browser, PDF, or ZPL II for a label printer")
            .Produces<string>(200, "text/html", "application/pdf", "application/zpl").Allow(Role.Ginner, Role.Platform)
            .Refuses("trace-card/not-printable", "trace-card/no-such-film", "trace-card/no-such-reprint", "trace-card/zpl-on-roll-only",
                "trace-card/label-letters-missing", "trace-card/label-font-missing")
            .AddEndpointFilter((context, next) =>
            {
                context.HttpContext.Response.Headers.ContentSecurityPolicy = LabelPage.ContentSecurityPolicy;
                return next(context);
            });
        cards.MapPost("/trace-cards/{card}/reprints", Reprint).WithName("reprintTraceCard")
            .WithSummary("Print labels of the same number again")
            .Allow(Role.Ginner, Role.Platform).Refuses("trace-card/reason-required", "trace-card/not-printable", "season/closed");
        cards.MapPut("/trace-cards/{card}/chips", SetChips).WithName("putCardChips")
            .WithSummary("Name the RFID chips of the card's modules, before ginning").Allow(Role.Ginner, Role.Platform)
            .Refuses("trace-card/chips-fixed", "trace-card/chip-taken", "season/closed");
        cards.MapDelete("/trace-cards/{card}", Void).WithName("voidTraceCard").WithSummary("Void a card before any bale")
            .Allow(Role.Ginner, Role.Platform).Refuses("trace-card/not-voidable", "season/closed");
        cards.MapGet("/trace-cards/{card}/reprintability", Reprintability).WithName("getReprintability")
            .WithSummary("Whether labels of the card can be printed again now, or why not").Allow(Role.Ginner, Role.Platform);
        cards.MapGet("/trace-cards/{card}/voidability", Voidability).WithName("getVoidability")
            .WithSummary("Whether the card can be voided now, or why not").Allow(Role.Ginner, Role.Platform);
    }

    private static async Task<Results<Created<TraceCardView>, ProblemHttpResult>> Print(
        GinCode gin, PrintRequest body, Caller caller, IGrainFactory grains) =>
        (await grains.TraceCard(gin, body.Ticket).Print(new()
        {
            By = caller,
            Gin = gin,
            Ticket = body.Ticket,
            PrintId = body.PrintId,
            ModuleType = body.ModuleType,
            FilmCount = body.FilmCount,
            Copies = body.Copies,
            Chips = body.Chips ?? [],
        })).ToCreated(card => $"/api/v1/gins/{gin}/trace-cards/{card.Card}");

    private static async Task<Results<Ok<Page<TraceCardItem>>, ProblemHttpResult>> List(
        GinCode gin, [AsParameters] TraceCardFilter filter, PersonNumber? idNumber, Limit limit, Cursor cursor, Caller caller,
        TraceCardQueries queries) =>
        caller.WorksAt(gin.Value)
            ? TypedResults.Ok(await queries.List(new(Gin: gin), filter, limit, cursor))
            : SharedRefusals.NotFound("gin").ToProblem();

    private static async Task<Results<Ok<TraceCardView>, ProblemHttpResult>> Get(
        GinCode gin, CardNumber card, Caller caller, PrintedCards printed) =>
        (await printed.Get(caller, gin, card)).ToHttp();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PrintLabels(
        GinCode gin, CardNumber card, [AsParameters] LabelOptions options, Caller caller, PrintedCards printed, Labels labels) =>
        (await printed.Get(caller, gin, card)).Then(view => labels.Make(view, options)).ToFile();

    private static async Task<Results<Ok<TraceCardView>, ProblemHttpResult>> Reprint(
        GinCode gin, CardNumber card, ReprintRequest body, Caller caller, PrintedCards printed) =>
        (await printed.Of(caller, gin, card, grain => grain.Reprint(new(caller, card, body.Quantity, body.Reason)))).ToHttp();

    private static async Task<Results<Ok<TraceCardView>, ProblemHttpResult>> SetChips(
        GinCode gin, CardNumber card, ChipsRequest body, Caller caller, PrintedCards printed) =>
        (await printed.Of(caller, gin, card, grain => grain.SetChips(new(caller, card, body.Chips)))).ToHttp();

    private static async Task<Results<Ok<TraceCardView>, ProblemHttpResult>> Void(
        GinCode gin, CardNumber card, Caller caller, PrintedCards printed) =>
        (await printed.Of(caller, gin, card, grain => grain.Void(new(caller, card)))).ToHttp();

    private static async Task<Results<Ok<WhyNot>, ProblemHttpResult>> Reprintability(
        GinCode gin, CardNumber card, Caller caller, PrintedCards printed, Reasons reasons) =>
        (await printed.Of(caller, gin, card, grain => grain.Judge(caller, card))).ToHttp(verdicts => reasons.For(verdicts.Reprint));

    private static async Task<Results<Ok<WhyNot>, ProblemHttpResult>> Voidability(
        GinCode gin, CardNumber card, Caller caller, PrintedCards printed, Reasons reasons) =>
        (await printed.Of(caller, gin, card, grain => grain.Judge(caller, card))).ToHttp(verdicts => reasons.For(verdicts.Void));
}
