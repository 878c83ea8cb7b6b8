using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Interchange;

/// <summary>What others take over: events in the words of a standard, chains from end to end, drills of a recall.</summary>
internal static class InterchangeEndpoints
{
    private static readonly Role[] Readers =
    [
        Role.Platform, Role.Inspector, Role.Ginner, Role.GinVerifier, Role.Collector, Role.Regiment, Role.Company, Role.Regulator,
        Role.Organizer, Role.Grower, Role.EnterpriseAdministrator, Role.Recorder,
    ];

    public static void AddInterchange(this IServiceCollection services) => services
        .AddSingleton<CottonQueries>().AddSingleton<BatchFactQueries>().AddSingleton<EpcisExports>().AddSingleton<Traces>()
        .AddSingleton<RecallQueries>();

    public static void MapInterchange(this IEndpointRouteBuilder api)
    {
        var interchange = api.MapGroup("").WithTags("Interchange");
        interchange.MapGet("/epcis/events", Events).Allow(Readers).WithName("exportEpcisEvents")
            .WithSummary("The history of a card, a bale or a batch as an EPCIS 2.0 document in JSON-LD.")
            .Produces<string>(200, EpcisDocument.MediaType).Refuses("interchange/one-thing", "common/not-found");
        interchange.MapGet("/traces/{id}", Trace).Allow(Readers).WithName("getTrace")
            .WithSummary("The chain of a card, a bale, an identity code, a batch, an input lot, a plot, a zone or a filing, backward, "
                + "forward or both, with its mass balance; from the batch on they are asked for as credit code, hyphen, number or id.");
        interchange.MapGet("/enterprises/{usci}/input-lots/{id}/recall-drill", Drill).Allow(BatchAccess.Readers).WithName("drillRecall")
            .WithSummary("The batches, identity codes and buyers that an input lot touched, as lists and a count.");
        interchange.MapGet("/enterprises/{usci}/input-lots/{id}/recall-drill/code-ranges", DrillCodes).Allow(BatchAccess.Readers)
            .WithName("listRecalledCodes")
            .WithSummary("The ranges of identity codes that an input lot touched, each with the address where codes of it are frozen.")
            .Exported(RecallTable.Codes);
    }

    private static async Task<IResult> Events([AsParameters] EpcisFilter filter, Caller caller, EpcisExports exports)
    {
        var document = await exports.Of(filter, caller);
        return document.Refused ? document.Refusal.ToProblem() : document.Value;
    }

    private static async Task<Results<Ok<TraceAnswer>, ProblemHttpResult>> Trace(
        TraceId id, Caller caller, Traces traces, Choice<TraceDirection>? direction = null) =>
        (await traces.Of(id, direction?.Value ?? TraceDirection.Both, caller)).ToHttp();

    private static async Task<Results<Ok<RecallDrill>, ProblemHttpResult>> Drill(
        CreditCode usci, string id, Caller caller, Traces traces) =>
        (await traces.Drill(usci, id, caller)).ToHttp();

    private static async Task<Results<Ok<Page<RecalledCodes>>, ProblemHttpResult>> DrillCodes(
        CreditCode usci, string id, Limit limit, Cursor cursor, Caller caller, Traces traces, RecallQueries recalls)
    {
        var lot = await traces.Lot(usci, id, caller);
        return lot.Refused ? lot.Refusal.ToProblem() : TypedResults.Ok(await recalls.Codes(usci, id, limit, cursor));
    }
}
