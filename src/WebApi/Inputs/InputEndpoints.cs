using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;
using Suyuan.Seasons;

namespace Suyuan.Inputs;

internal static class InputEndpoints
{
    public static readonly Role[] Readers = [Role.Platform, Role.Regulator, Role.EnterpriseAdministrator, Role.Recorder];
    public static readonly Role[] Writers = [Role.EnterpriseAdministrator, Role.Recorder];

    public static void MapInputs(this IEndpointRouteBuilder api)
    {
        var tables = new InputTables(api.ServiceProvider.GetRequiredService<FormCatalogue>());
        var enterprise = api.MapGroup("/enterprises/{usci}").WithTags("Inputs");
        var inputs = enterprise.MapGroup("/inputs");
        inputs.MapPost("/", Add).Allow(Writers).WithName("addInput").WithSummary("Puts an item into the catalogue of inputs.")
            .Refuses("form/answers-invalid", "input/kind-unknown", "input/exists-with-different-content");
        inputs.MapGet("/", List).Allow(Readers).WithName("listInputs").WithSummary("The catalogue of inputs by name, with what is left.")
            .Exported(tables.Catalogue);
        inputs.MapGet("/{id}", Get).Allow(Readers).WithName("getInput").WithSummary("An item of the catalogue.");
        inputs.MapPut("/{id}", Edit).Allow(Writers).WithName("editInput").WithSummary("Changes an item's answers, whole.")
            .Refuses("form/answers-invalid", "input/unit-in-use");
        inputs.MapPut("/{id}/retirement", Retire).Allow(Writers).WithName("retireInput")
            .WithSummary("Retires an item: nothing more of it is bought; its lots may be used up.")
            .Refuses("input/reason-required", "common/stale");
        inputs.MapDelete("/{id}/retirement", Reinstate).Allow(Writers).WithName("reinstateInput")
            .WithSummary("Undoes the retirement of an item.").Refuses("common/stale");
        enterprise.MapGet("/input-stock", Stock).Allow(Readers).WithName("listInputStock")
            .WithSummary("Purchased, used, written off and left of each item, as of today.").Exported(tables.Stock);
        enterprise.MapGet("/input-uses", Uses).Allow(Readers).WithName("listInputUses")
            .WithSummary("Which record of which batch used what, the last first.").Exported(tables.Uses);
        enterprise.MapInputLots(tables);
    }

    private static async Task<Results<Created<InputView>, ProblemHttpResult>> Add(
        CreditCode usci, InputRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller, IGrainFactory grains) =>
        (await grains.Input(usci, NewId.For(caller, key)).Add(body.ToCommand(caller)))
            .ToCreated(input => $"/api/v1/enterprises/{usci}/inputs/{input.Id}");

    private static Task<Results<Ok<Page<InputItem>>, ProblemHttpResult>> List(
        CreditCode usci, [AsParameters] InputFilter filter, Limit limit, Cursor cursor, Caller caller, IGrainFactory grains,
        InputQueries queries) =>
        grains.ForReadersOf(usci, caller, () => queries.List(usci, filter, limit, cursor));

    private static async Task<Results<Ok<InputView>, ProblemHttpResult>> Get(
        CreditCode usci, string id, Caller caller, IGrainFactory grains) =>
        (await grains.Input(usci, id).GetFor(caller)).ToHttp();

    private static async Task<Results<Ok<InputView>, ProblemHttpResult>> Edit(
        CreditCode usci, string id, EditInputRequest body, IfMatch ifMatch, Caller caller, IGrainFactory grains) =>
        (await grains.Input(usci, id).Edit(body.ToCommand(caller, ifMatch.Revision))).ToHttp();

    private static async Task<Results<Ok<InputView>, ProblemHttpResult>> Retire(
        CreditCode usci, string id, RetirementRequest body, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.Input(usci, id).Retire(new(caller, body.Reason, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<InputView>, ProblemHttpResult>> Reinstate(
        CreditCode usci, string id, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.Input(usci, id).Reinstate(new(caller, seen.Revision))).ToHttp();

    private static Task<Results<Ok<Page<InputStockItem>>, ProblemHttpResult>> Stock(
        CreditCode usci, [AsParameters] InputFilter filter, Limit limit, Cursor cursor, Caller caller, IGrainFactory grains,
        InputQueries queries, TimeProvider clock) =>
        grains.ForReadersOf(usci, caller, () => queries.Stock(usci, filter, limit, cursor, ChinaTime.DateOf(clock.GetUtcNow())));

    private static Task<Results<Ok<Page<InputUseItem>>, ProblemHttpResult>> Uses(
        CreditCode usci, [AsParameters] InputUseFilter filter, Limit limit, Cursor cursor, Caller caller, IGrainFactory grains,
        InputUseQueries queries) =>
        grains.ForReadersOf(usci, caller, () => queries.List(usci, filter, limit, cursor));
}
