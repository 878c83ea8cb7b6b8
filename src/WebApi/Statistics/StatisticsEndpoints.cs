using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Statistics;

internal static class StatisticsEndpoints
{
    private static readonly Role[] Readers =
    [
        Role.Platform, Role.Regulator, Role.Regiment, Role.Company, Role.Organizer, Role.Grower, Role.Ginner, Role.GinVerifier,
    ];

    private static readonly Role[] Overseers = [Role.Platform, Role.Regulator, Role.Regiment, Role.Company];

    public static void MapStatistics(this IEndpointRouteBuilder api)
    {
        api.MapGet("/statistics/premium-cotton", PremiumCotton).Allow(Readers).WithTags("Statistics")
            .WithName("getPremiumCotton").WithSummary("From seed cotton to premium cotton, for one unit, grower, gin or region.")
            .Exported<PremiumCottonReport, ReportRow>(PremiumCottonTable.Columns, PremiumCottonTable.Rows)
            .Refuses("statistics/one-selector", "common/not-found");
        api.MapGet("/statistics/quality", Quality).Allow(Readers).WithTags("Statistics")
            .WithName("getQuality").WithSummary("How quality is spread over inspected bales, for one unit, grower, gin or region.")
            .Exported<QualityReport, QualityRow>(QualityTable.Columns, QualityTable.Rows)
            .Refuses("statistics/one-selector", "common/not-found");
        api.MapGet("/statistics/premium-cotton/units", Units).Allow(Overseers).WithTags("Statistics")
            .WithName("listPremiumCottonOfUnits").WithSummary("The units of a region with their figures, by region and id.")
            .Exported<Page<UnitFigures>, ReportRow>(PremiumCottonTable.Columns, page => page.Items.SelectMany(PremiumCottonTable.Rows))
            .Refuses("common/not-found");
        api.MapGet("/statistics/overview", Overview).Allow(Role.Platform).WithTags("Statistics")
            .WithName("getStatisticsOverview").WithSummary("A season of the whole corps, by division and by gin.");
    }

    private static async Task<Results<Ok<PremiumCottonReport>, ProblemHttpResult>> PremiumCotton(
        [AsParameters] PremiumCottonQuery asked, Caller caller, PremiumCottonReports reports, CancellationToken cancellationToken) =>
        (await reports.For(asked, caller, cancellationToken)).ToHttp();

    private static async Task<Results<Ok<QualityReport>, ProblemHttpResult>> Quality(
        [AsParameters] PremiumCottonQuery asked, Caller caller, QualityReports reports) =>
        (await reports.For(asked, caller)).ToHttp();

    private static async Task<Results<Ok<Page<UnitFigures>>, ProblemHttpResult>> Units(
        [AsParameters] RegionUnitsQuery asked, Limit limit, Cursor cursor, Caller caller, PremiumCottonReports reports,
        CancellationToken cancellationToken) =>
        (await reports.Units(asked, caller, limit, cursor, cancellationToken)).ToHttp();

    private static async Task<Ok<StatisticsOverview>> Overview(
        [AsParameters] SeasonQuery asked, PremiumCottonReports reports, CancellationToken cancellationToken) =>
        TypedResults.Ok(await reports.Overview(asked, cancellationToken));
}
