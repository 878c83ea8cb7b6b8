using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Regions;

internal static class RegionEndpoints
{
    private const int LargestFileMiB = 10;

    public static void MapRegions(this IEndpointRouteBuilder api)
    {
        var regions = api.MapGroup("/regions").WithTags("Regions");
        regions.MapGet("/", List).AllowAnonymous().RequireRateLimiting(RateLimits.LookUp)
            .WithName("listRegions").WithSummary("Divisions, regiments and companies.")
            .Exported(RegionTable.Columns);
        regions.MapPost("/imports", Import).Allow(Role.Platform).TakesFile(LargestFileMiB)
            .WithName("importRegions").WithSummary("Imports regions from .csv or .xlsx: 编码, 名称.")
            .Refuses(
                "region/code-invalid", "region/name-invalid", "region/parent-missing", "region/twice", "table/rows-refused",
                "table/unknown-format", "table/unreadable", "table/empty", "table/missing-column", "table/too-large");
    }

    private static async Task<Ok<Page<RegionItem>>> List(
        RegionCode? parent, string? q, Limit limit, Cursor cursor, RegionQueries queries) =>
        TypedResults.Ok(await queries.List(parent, q, limit, cursor));

    private static Task<Results<Ok<ImportReport>, ProblemHttpResult>> Import(
        IFormFile file, HttpRequest request, Caller caller, RegionImport import, bool dryRun = false, bool partial = false) =>
        import.Run(file, new(caller, Languages.Preferred(request), dryRun, partial));
}
