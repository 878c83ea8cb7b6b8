using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.IdentityCodes;
using Suyuan.Publishing;

namespace Suyuan.Audit;

/// <summary>The versions of what an enterprise keeps, open to whoever may read the thing itself.</summary>
internal static class EnterpriseHistoryEndpoints
{
    public static void MapEnterpriseHistories(this IEndpointRouteBuilder api)
    {
        var histories = api.MapGroup("/enterprises/{usci}").WithTags("Audit");
        Map(histories.MapGet("/history", OfEnterprise), "getEnterpriseHistory");
        Map(histories.MapGet("/zones/{id}/history", OfZone), "getZoneHistory");
        Map(histories.MapGet("/plots/{id}/history", OfPlot), "getPlotHistory");
        Map(histories.MapGet("/products/{id}/history", OfProduct), "getProductHistory");
        Map(histories.MapGet("/batches/{batch}/history", OfBatch), "getBatchHistory");
        Map(histories.MapGet("/batches/{batch}/records/{id}/history", OfRecord), "getStageRecordHistory");
        Map(histories.MapGet("/batches/{batch}/code-ranges/{id}/history", OfCodeRange), "getCodeRangeHistory");
        Map(histories.MapGet("/code-allocations/{id}/history", OfCodeAllocation), "getCodeAllocationHistory");
        Map(histories.MapGet("/publication/history", OfSite), "getSitePublicationHistory");
        Map(histories.MapGet("/batches/{batch}/publication/history", OfPublication), "getBatchPublicationHistory");
        Map(histories.MapGet("/public-profiles/{product}/history", OfPublicProfile), "getPublicProfileHistory");
    }

    private static void Map(RouteHandlerBuilder route, string name) =>
        route.WithName(name).AsHistory().Allow(Role.Platform, Role.Regulator, Role.EnterpriseAdministrator, Role.Recorder);

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfEnterprise(
        CreditCode usci, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        await (await grains.Enterprise(usci).GetFor(caller)).Show(_ => histories.Of("enterprise", grains.Enterprise(usci), limit, cursor));

    private static Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfZone(
        CreditCode usci, string id, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        Show(grains.Entry(EntryKind.ProductionZone, usci, id), caller, entry => histories.Of("production-zone", entry, limit, cursor));

    private static Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfPlot(
        CreditCode usci, string id, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        Show(grains.Entry(EntryKind.Plot, usci, id), caller, entry => histories.Of("plot", entry, limit, cursor));

    private static Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfProduct(
        CreditCode usci, string id, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        Show(grains.Entry(EntryKind.Product, usci, id), caller, entry => histories.Of("product", entry, limit, cursor));

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfBatch(
        CreditCode usci, BatchNumber batch, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        await (await grains.Batch(usci, batch).GetFor(caller)).Show(_ => histories.Of("batch", grains.Batch(usci, batch), limit, cursor));

    /// <summary>A record that was deleted has its history still.</summary>
    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfRecord(
        CreditCode usci, BatchNumber batch, string id, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit,
        Cursor cursor)
    {
        var seen = await grains.Batch(usci, batch).GetFor(caller);
        if (seen.Refused) return seen.Refusal.ToProblem();
        var page = await histories.OfStageRecord(grains.Batch(usci, batch).GetPrimaryKeyString(), id, limit, cursor);
        return page.Items.Count == 0 && cursor.IsStart ? SharedRefusals.NotFound("stage-record").ToProblem() : TypedResults.Ok(page);
    }

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfCodeRange(
        CreditCode usci, BatchNumber batch, string id, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit,
        Cursor cursor) =>
        await (await grains.CodeRange(usci, id).GetFor(caller, batch))
            .Show(_ => histories.Of("code-range", grains.CodeRange(usci, id), limit, cursor));

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfCodeAllocation(
        CreditCode usci, string id, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        await (await grains.CodeAllocation(usci, id).GetFor(caller))
            .Show(_ => histories.Of("code-allocation", grains.CodeAllocation(usci, id), limit, cursor));

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfSite(
        CreditCode usci, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        await (await grains.Publication(usci).GetFor(caller))
            .Show(_ => histories.Of("publication", grains.Publication(usci), limit, cursor));

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfPublication(
        CreditCode usci, BatchNumber batch, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        await (await grains.Publication(usci, batch).GetFor(caller))
            .Show(_ => histories.Of("publication", grains.Publication(usci, batch), limit, cursor));

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> OfPublicProfile(
        CreditCode usci, string product, Caller caller, IGrainFactory grains, HistoryQueries histories, Limit limit, Cursor cursor) =>
        await (await grains.PublicProfile(usci, product).GetFor(caller))
            .Show(_ => histories.Of("public-profile", grains.PublicProfile(usci, product), limit, cursor));

    private static async Task<Results<Ok<Page<VersionItem>>, ProblemHttpResult>> Show(
        IEnterpriseEntryGrain entry, Caller caller, Func<IEnterpriseEntryGrain, Task<Page<VersionItem>>> history) =>
        await (await entry.GetFor(caller)).Show(_ => history(entry));
}
