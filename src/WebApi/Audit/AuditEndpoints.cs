using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Silo.Storage;

namespace Suyuan.Audit;

internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        api.MapGet("/audit/exports", Exports).WithName("listExports").WithTags("Audit")
            .WithSummary("Who exported which list and when, newest first")
            .Allow(Role.Platform).Exported(ExportsTable.Columns);
        api.MapGet("/audit/verification", Verify).WithName("verifyHistory").WithTags("Audit")
            .WithSummary("Walk the hash chains of everything ever stored; tells the first broken link by kind, key and version")
            .Allow(Role.Platform);
    }

    private static async Task<Ok<Page<ExportItem>>> Exports(
        [AsParameters] ExportsFilter filter, Limit limit, Cursor cursor, ExportQueries queries) =>
        TypedResults.Ok(await queries.List(filter, limit, cursor));

    private static async Task<Ok<VerificationAnswer>> Verify(HistoryVerifier verifier, CancellationToken cancelled, string? kind = null) =>
        TypedResults.Ok(VerificationAnswer.Of(await verifier.FirstBroken(kind, cancelled)));
}

/// <summary>Whether the history holds together, and where it first does not.</summary>
internal sealed record VerificationAnswer(bool Intact, BrokenLink? FirstBroken)
{
    public static VerificationAnswer Of(BrokenLink? broken) => new(broken is null, broken);
}
