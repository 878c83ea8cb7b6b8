using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Suyuan.Accounts;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.IdentityCodes;

internal static class CodeRangeEndpoints
{
    private static readonly Role[] Freezers = [Role.Platform, Role.Regulator, Role.EnterpriseAdministrator];

    private static readonly string[] Naming =
        ["identity-code/invalid", "identity-code/lengths-differ", "identity-code/end-before-start", "identity-code/check-digit-wrong"];

    public static void MapCodeRanges(this IEndpointRouteBuilder api)
    {
        var enterprise = api.MapGroup("/enterprises/{usci}").WithTags("Identity codes");
        enterprise.MapGet("/code-ranges", ListAll).Allow(IdentityCodeEndpoints.Readers).WithName("listAllCodeRanges")
            .WithSummary("Codes that are bound to the enterprise's batches, in their order.").Exported(CodeTables.Ranges);

        var ranges = enterprise.MapGroup("/batches/{batch}/code-ranges");
        ranges.MapPost("/", Bind).Allow(Role.EnterpriseAdministrator, Role.Recorder).WithName("bindCodes")
            .WithSummary("Binds a contiguous range of codes to a batch.")
            .Refuses([.. Naming, "enterprise/filing-required", "identity-code/not-allocated", "identity-code/too-many",
                "identity-code/overlap", "identity-code/batch-void", "identity-code/exists-with-different-content"]);
        ranges.MapGet("/", List).Allow(IdentityCodeEndpoints.Readers).WithName("listCodeRanges")
            .WithSummary("Codes that are bound to a batch, in their order.").Exported(CodeTables.Ranges);
        ranges.MapGet("/{id}", Get).Allow(IdentityCodeEndpoints.Readers).WithName("getCodeRange")
            .WithSummary("A range of codes with its freezes; it is told when it was unbound, too.");
        ranges.MapDelete("/{id}", Unbind).Allow(Role.EnterpriseAdministrator, Role.Recorder).WithName("unbindCodes")
            .WithSummary("Unbinds a range: freely while no code of it was looked up, then by the administrator, who says why.")
            .Refuses("identity-code/looked-up", "identity-code/reason-required", "identity-code/unbound", "identity-code/frozen",
                "common/stale");
        ranges.MapPost("/{id}/freezes", Freeze).Allow(Freezers).WithName("freezeCodes")
            .WithSummary("Freezes a part of a range, as for a recall.")
            .Refuses([.. Naming, "identity-code/outside-range", "identity-code/reason-required", "identity-code/unbound",
                "identity-code/too-many-freezes", "common/stale"]);
        ranges.MapDelete("/{id}/freezes/{number:int}", Lift).Allow(Freezers).WithName("liftCodeFreeze")
            .WithSummary("Lifts a freeze, saying why; a regulator's freeze is lifted by a regulator.")
            .Refuses("identity-code/reason-required", "identity-code/frozen-by-regulator", "common/stale");
    }

    private static Task<Results<Ok<Page<CodeRangeItem>>, ProblemHttpResult>> ListAll(
        CreditCode usci, [AsParameters] CodeRangeFilter filter, Limit limit, Cursor cursor, Caller caller, IGrainFactory grains,
        CodeRangeQueries queries) =>
        grains.ForReadersOf(usci, caller, () => queries.List(usci, filter, limit, cursor));

    private static async Task<Results<Created<CodeRangeView>, ProblemHttpResult>> Bind(
        CreditCode usci, BatchNumber batch, CodeRangeRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller,
        IGrainFactory grains) =>
        (await grains.CodeRange(usci, NewId.For(caller, key)).Bind(body.ToCommand(caller, batch)))
            .ToCreated(range => $"/api/v1/enterprises/{usci}/batches/{range.Batch}/code-ranges/{range.Id}");

    private static Task<Results<Ok<Page<CodeRangeItem>>, ProblemHttpResult>> List(
        CreditCode usci, BatchNumber batch, [AsParameters] BatchCodeRangeFilter filter, Limit limit, Cursor cursor, Caller caller,
        IGrainFactory grains, CodeRangeQueries queries) =>
        grains.ForReadersOf(
            usci, caller, () => queries.List(
                usci, new() { Batch = batch, Frozen = filter.Frozen, Code = filter.Code }, limit, cursor));

    private static async Task<Results<Ok<CodeRangeView>, ProblemHttpResult>> Get(
        CreditCode usci, BatchNumber batch, string id, Caller caller, IGrainFactory grains) =>
        (await grains.CodeRange(usci, id).GetFor(caller, batch)).ToHttp();

    private static async Task<Results<Ok<CodeRangeView>, ProblemHttpResult>> Unbind(
        CreditCode usci, BatchNumber batch, string id, string? reason, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.CodeRange(usci, id).Unbind(new(caller, batch, reason, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<CodeRangeView>, ProblemHttpResult>> Freeze(
        CreditCode usci, BatchNumber batch, string id, CodeFreezeRequest body, SeenRevision seen, Caller caller, IGrainFactory grains) =>
        (await grains.CodeRange(usci, id).Freeze(body.ToCommand(caller, batch, seen.Revision))).ToHttp();

    private static async Task<Results<Ok<CodeRangeView>, ProblemHttpResult>> Lift(
        CreditCode usci, BatchNumber batch, string id, int number, string? reason, SeenRevision seen, Caller caller,
        IGrainFactory grains) =>
        (await grains.CodeRange(usci, id).Lift(new(caller, batch, number, reason ?? "", seen.Revision))).ToHttp();
}
