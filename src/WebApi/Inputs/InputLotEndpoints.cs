using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Seasons;

namespace Suyuan.Inputs;

internal static class InputLotEndpoints
{
    public static void MapInputLots(this IEndpointRouteBuilder enterprise, InputTables tables)
    {
        var lots = enterprise.MapGroup("/input-lots");
        lots.MapPost("/", Add).Allow(InputEndpoints.Writers).WithName("addInputLot").WithSummary("Enters a purchase, which makes a lot.")
            .Refuses(
                "form/answers-invalid", "input/item-unknown", "input/retired", "input/exists-with-different-content");
        lots.MapGet("/", List).Allow(InputEndpoints.Readers).WithName("listInputLots")
            .WithSummary("Purchases with the stock left of each, the last purchase first.").Exported(tables.Lots);
        lots.MapGet("/{id}", Get).Allow(InputEndpoints.Readers).WithName("getInputLot").WithSummary("A purchase and its stock.");
        lots.MapPut("/{id}", Edit).Allow(InputEndpoints.Writers).WithName("editInputLot")
            .WithSummary("Changes a purchase's answers, whole.").Refuses("form/answers-invalid", "input/insufficient-stock");
        lots.MapPut("/{id}/retirement", Retire).Allow(InputEndpoints.Writers).WithName("retireInputLot")
            .WithSummary("Retires a lot, which writes off what is left of it.").Refuses("input/reason-required", "common/stale");
        lots.MapDelete("/{id}/retirement", Reinstate).Allow(InputEndpoints.Writers).WithName("reinstateInputLot")
            .WithSummary("Undoes the retirement of a lot.").Refuses("common/stale");
    }

    private static async Task<Results<Created<InputLotView>, ProblemHttpResult>> Add(
        CreditCode usci, InputLotRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller, IGrainFactory grains) =>
        (await grains.InputLot(usci, NewId.For(caller, key)).Add(body.ToCommand(caller)))
            .ToCreated(lot => $"/api/v1/enterprises/{usci}/input-lots/{lot.Id}");

    private static Task<Results<Ok<Page<InputLotItem>>, ProblemHttpResult>> List(
        CreditCode usci, [AsParameters] InputLotFilter filter, Limit limit, Cursor cursor, Caller caller, IGrainFactory grains,
        InputLotQueries queries, TimeProvider clock) =>
        grains.ForReadersOf(
            usci, caller, () => queries.List(usci, filter, (limit, cursor), ChinaTime.DateOf(clock.GetUtcNow())));

    private static async Task<Results<Ok<InputLotView>, ProblemHttpResult>> Get(
        CreditCode usci, string id, Caller caller, IGrainFactory grains) =>
        (await grains.InputLot(usci, id).GetFor(caller)).ToHttp();

    private static async Task<Results<Ok<InputLotView>, ProblemHttpResult>> Edit(
        CreditCode usci, string id, EditInputRequest body, IfMatch ifMatch, Caller caller, IGrainFactory grains) =>
        (await grains.InputLot(usci, id).Edit(body.ToCommand(caller, ifMatch.Revision))).ToHttp();

    private static async Task<Results<Ok<InputLotView>, ProblemHttpResult>> Retire(
        CreditCode usci, string id, RetirementRequest body, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.InputLot(usci, id).Retire(new(caller, body.Reason, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<InputLotView>, ProblemHttpResult>> Reinstate(
        CreditCode usci, string id, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.InputLot(usci, id).Reinstate(new(caller, seen.Revision))).ToHttp();
}
