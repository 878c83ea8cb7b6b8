using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Jobs;

namespace Suyuan.Bales;

internal static class BaleEndpoints
{
    private const int LargestFileMiB = 256;
    private static readonly Role[] Readers =
    [
        Role.Platform, Role.Inspector, Role.Ginner, Role.GinVerifier, Role.Collector, Role.Regiment, Role.Company, Role.Regulator,
        Role.Organizer, Role.Grower,
    ];

    public static void MapBales(this IEndpointRouteBuilder api)
    {
        var bales = api.MapGroup("").WithTags("Bales");
        bales.MapGet("/bales/{barcode}", Get).Allow(Readers)
            .WithName("getBale").WithSummary("One bale with its card, inspection and premium state.").Refuses("common/not-found");
        bales.MapGet("/gins/{gin}/bales", List).Allow(Readers)
            .WithName("listBales").WithSummary("A gin's bales, newest first.").Exported(BaleTable.Columns)
            .Refuses(BaleRefusals.SeasonRequired.Code);
        bales.MapGet("/inspections", Inspections).Allow(Role.Inspector, Role.Platform)
            .WithName("listInspections").WithSummary("Public inspection results, by barcode.").Exported(InspectionTable.Columns);
        bales.MapPost("/inspections/imports", Import).Allow(Role.Inspector, Role.Platform).TakesFile(LargestFileMiB)
            .HasOwnIdentity()
            .WithName("importInspections")
            .WithSummary("Imports public inspection results by bale from .csv or .xlsx: 条码, 颜色级, 长度, 马克隆值, 断裂比强度, 长度整齐度, and if there: "
                + "批号, 检验日期, 轧工质量, 异性纤维, Rd, +b, 含杂率, 短纤维率. The same file again changes nothing. The answer is a job.")
            .Refuses("job/queue-full");
    }

    private static async Task<Results<Ok<BaleAnswer>, ProblemHttpResult>> Get(BaleBarcode barcode, Caller caller, BaleQueries queries) =>
        (await queries.Find(barcode, caller)).ToHttp();

    private static async Task<Results<Ok<Page<BaleAnswer>>, ProblemHttpResult>> List(
        GinCode gin, [AsParameters] BaleFilter filter, Limit limit, Cursor cursor, Caller caller, BaleQueries queries) =>
        (await queries.List(new(Gin: gin), filter, caller, limit, cursor)).ToHttp();

    private static async Task<Ok<Page<InspectionItem>>> Inspections(
        [AsParameters] InspectionFilter filter, Limit limit, Cursor cursor, InspectionQueries queries) =>
        TypedResults.Ok(await queries.List(filter, limit, cursor));

    private static async Task<Results<Accepted<JobAnswer>, ProblemHttpResult>> Import(
        IFormFile file, HttpContext http, Caller caller, InspectionImport import, JobRunner jobs, JobAnswers answers,
        bool dryRun = false, bool partial = false)
    {
        var options = new ImportOptions(caller, Languages.Preferred(http.Request), dryRun, partial);
        var order = JobOrder.Of(InspectionImport.Ledger, caller, http.Request);
        var started = await jobs.Start<InspectionReport>(
            order, file, (job, stopping) => import.Run(job, options, stopping), http.RequestAborted);
        return answers.Accepted(started);
    }
}
