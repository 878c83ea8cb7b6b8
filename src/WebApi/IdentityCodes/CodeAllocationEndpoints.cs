using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.IdentityCodes;

internal static class CodeAllocationEndpoints
{
    private static readonly string[] Making =
        ["enterprise/filing-required", "identity-code/layout-unknown", "identity-code/count-invalid", "identity-code/note-invalid",
            "identity-code/exists-with-different-content"];

    public static void MapCodeAllocations(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("").WithTags("Identity codes");
        all.MapGet("/code-layouts", Layouts).Allow(Role.Platform, Role.Regulator, Role.EnterpriseAdministrator, Role.Recorder)
            .WithName("listCodeLayouts").WithSummary("The layouts that identity codes may have.");
        all.MapPost("/code-allocations", Allocate).Allow(Role.Platform).WithName("allocateCodes")
            .WithSummary("Gives an enterprise the next free codes of a layout, in one run.")
            .Refuses([.. Making, "identity-code/layout-of-any-length", "identity-code/product-serial-invalid",
                "identity-code/serials-exhausted"]);
        all.MapGet("/code-allocations", ListAll).Allow(Role.Platform).WithName("listAllCodeAllocations")
            .WithSummary("Runs of codes of all enterprises, the last given out first.").Exported(CodeTables.Allocations);

        var allocations = api.MapGroup("/enterprises/{usci}/code-allocations").WithTags("Identity codes");
        allocations.MapPost("/", Register).Allow(Role.Platform, Role.EnterpriseAdministrator).WithName("registerCodeRun")
            .WithSummary("Enters a run of codes that stands on an earlier vendor's rolls.")
            .Refuses([.. Making, "identity-code/invalid", "identity-code/lengths-differ", "identity-code/end-before-start",
                "identity-code/check-digit-wrong", "identity-code/layout-unfit", "identity-code/allocation-overlap"]);
        allocations.MapGet("/", List).Allow(IdentityCodeEndpoints.Readers).WithName("listCodeAllocations")
            .WithSummary("An enterprise's runs of codes, the last given out first.").Exported(CodeTables.Allocations);
        allocations.MapGet("/{id}", Get).Allow(IdentityCodeEndpoints.Readers).WithName("getCodeAllocation").WithSummary("A run of codes.");
        allocations.MapGet("/{id}/report", Report).Allow(IdentityCodeEndpoints.Readers).WithName("reportCodeAllocation")
            .WithSummary("How many codes of a run are bound, unbound and frozen, and that no two ranges overlap.");
        allocations.MapGet("/{id}/stretches", Stretches).Allow(IdentityCodeEndpoints.Readers).WithName("listCodeStretches")
            .WithSummary("A run from its first code to its last: what is bound, to which batch, and the gaps.")
            .Exported(CodeTables.Stretches);
    }

    private static Ok<CodeLayoutList> Layouts(CodeLayouts layouts) => TypedResults.Ok(CodeLayoutList.Of(layouts));

    private static async Task<Results<Created<CodeAllocationView>, ProblemHttpResult>> Allocate(
        CodeAllocationRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller, IGrainFactory grains) =>
        (await grains.CodeAllocation(body.Enterprise, NewId.For(caller, key)).Allocate(body.ToCommand(caller))).ToCreated(Location);

    private static async Task<Results<Created<CodeAllocationView>, ProblemHttpResult>> Register(
        CreditCode usci, CodeRunRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller, IGrainFactory grains) =>
        (await grains.CodeAllocation(usci, NewId.For(caller, key)).Register(body.ToCommand(caller))).ToCreated(Location);

    private static async Task<Ok<Page<CodeAllocationItem>>> ListAll(
        [AsParameters] AllAllocationsFilter filter, Limit limit, Cursor cursor, CodeAllocationQueries queries) =>
        TypedResults.Ok(await queries.List(filter.Enterprise, filter.Rest, limit, cursor));

    private static Task<Results<Ok<Page<CodeAllocationItem>>, ProblemHttpResult>> List(
        CreditCode usci, [AsParameters] AllocationFilter filter, Limit limit, Cursor cursor, Caller caller, IGrainFactory grains,
        CodeAllocationQueries queries) =>
        grains.ForReadersOf(usci, caller, () => queries.List(usci, filter, limit, cursor));

    private static async Task<Results<Ok<CodeAllocationView>, ProblemHttpResult>> Get(
        CreditCode usci, string id, Caller caller, IGrainFactory grains) =>
        (await grains.CodeAllocation(usci, id).GetFor(caller)).ToHttp();

    private static async Task<Results<Ok<CodeAllocationReport>, ProblemHttpResult>> Report(
        CreditCode usci, string id, Caller caller, IGrainFactory grains, CodeAllocationQueries queries) =>
        await (await grains.CodeAllocation(usci, id).GetFor(caller)).Read(_ => queries.Report(usci, id));

    private static async Task<Results<Ok<Page<CodeStretch>>, ProblemHttpResult>> Stretches(
        CreditCode usci, string id, [AsParameters] StretchFilter filter, Limit limit, Cursor cursor, Caller caller, IGrainFactory grains,
        CodeStretchQueries queries) =>
        await (await grains.CodeAllocation(usci, id).GetFor(caller)).Read(allocation => queries.List(allocation, filter, limit, cursor));

    private static string Location(CodeAllocationView made) => $"/api/v1/enterprises/{made.Enterprise}/code-allocations/{made.Id}";

    private static async Task<Results<Ok<T>, ProblemHttpResult>> Read<T>(
        this Result<CodeAllocationView> seen, Func<CodeAllocationView, Task<T>> read) where T : class =>
        seen.Refused ? seen.Refusal.ToProblem() : TypedResults.Ok(await read(seen.Value));
}
