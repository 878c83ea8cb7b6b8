using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Seasons;

namespace Suyuan.Growers;

internal static class GrowerEndpoints
{
    private const int LargestFileMiB = 20;

    public static void MapGrowers(this IEndpointRouteBuilder api)
    {
        var growers = api.MapGroup("/growers").WithTags("Growers");
        growers.MapGet("/", List).Allow(Role.Platform, Role.Regiment, Role.Company)
            .WithName("listGrowers").WithSummary("Growers of the caller's region with their plots, masked; q is part of a name.")
            .Exported<Page<GrowerItem>, (GrowerItem, PlotView?)>(GrowerTable.Columns, GrowerTable.Rows);
        growers.MapGet("/{id}", Get).Allow(Role.Platform, Role.Regulator, Role.Regiment, Role.Company, Role.Grower)
            .WithName("getGrower").WithSummary("A grower and the plots of every season, masked.");
        growers.MapGet("/{id}/overview", Overview)
            .Allow(Role.Platform, Role.Regulator, Role.Regiment, Role.Company, Role.Grower)
            .WithName("getGrowerOverview")
            .WithSummary("A grower's season in one answer: plots, units, latest tickets, premium cotton; this season when none is named.");
        growers.MapPost("/imports", Import).Allow(Role.Platform, Role.Regiment).TakesFile(LargestFileMiB)
            .WithName("importGrowers")
            .WithSummary("Imports growers and plots from .csv or .xlsx: 身份证号或信用代码, 姓名, 手机号, 连队编码, 年度, 地块编码, 地块名称, 面积(亩), 品种, 土地性质.")
            .Refuses([.. GrowerImport.Codes]);
    }

    private static async Task<Ok<Page<GrowerItem>>> List(
        [AsParameters] GrowerFilter filter, Limit limit, Cursor cursor, Caller caller, GrowerQueries queries) =>
        TypedResults.Ok(await queries.List(filter, limit, cursor, caller));

    private static async Task<Results<Ok<GrowerAnswer>, ProblemHttpResult>> Get(string id, Caller caller, IGrainFactory grains) =>
        (await grains.Grower(id).GetFor(caller)).ToHttp(GrowerAnswer.Of);

    private static async Task<Results<Ok<GrowerOverview>, ProblemHttpResult>> Overview(
        string id, SeasonYear? season, Caller caller, GrowerOverviews overviews, CancellationToken cancelled) =>
        (await overviews.For(id, season, caller, cancelled)).ToHttp();

    private static Task<Results<Ok<ImportReport>, ProblemHttpResult>> Import(
        IFormFile file, HttpRequest request, Caller caller, GrowerImport import, bool dryRun = false, bool partial = false) =>
        import.Run(file, new(caller, Languages.Preferred(request), dryRun, partial));
}
