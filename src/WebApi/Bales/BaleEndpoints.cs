using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Bales;

internal static class BaleEndpoints
{
    private const long LargestFileMiB = 256;
    private static readonly Role[] Readers =
        [Role.Platform, Role.Inspector, Role.Ginner, Role.GinVerifier, Role.Collector, Role.Regiment, Role.Company, Role.Regulator];

    public static IServiceCollection AddBales(this IServiceCollection services) =>
        services.AddSingleton<BaleQueries>().AddSingleton<InspectionImports>();

    public static void MapBales(this IEndpointRouteBuilder api)
    {
        var bales = api.MapGroup("").WithTags("Bales");
        bales.MapGet("/bales/{barcode}", Get).Allow(Readers)
            .WithName("getBale").WithSummary("One bale with its card, inspection and premium state.").Refuses("common/not-found");
        bales.MapGet("/gins/{gin}/bales", List).Allow(Readers)
            .WithName("listBales").WithSummary("A gin's bales, newest first.");
        bales.MapPost("/inspections/imports", Import).Allow(Role.Inspector, Role.Platform).TakesFile(LargestFileMiB).HasOwnIdentity()
            .WithName("importInspections").WithSummary("Public inspection results by bale, .csv or .xlsx; the same file again changes nothing.")
            .Refuses(
                "table/unknown-format", "table/unreadable", "table/empty", "table/missing-column", "table/too-large");
    }

    private static async Task<Results<Ok<BaleAnswer>, ProblemHttpResult>> Get(BaleBarcode barcode, Caller caller, BaleQueries queries) =>
        (await queries.Find(barcode, caller)).ToHttp();

    private static async Task<Ok<Page<BaleAnswer>>> List(
        [AsParameters] BaleFilter filter, Limit limit, Cursor cursor, Caller caller, BaleQueries queries) =>
        TypedResults.Ok(await queries.List(filter, caller, limit, cursor));

    private static async Task<Results<Ok<InspectionReport>, ProblemHttpResult>> Import(
        IFormFile file, [AsParameters] InspectionImportOptions options, Caller caller, InspectionImports imports, HttpContext http) =>
        (await imports.Import(file, options, caller, http)).ToHttp();
}
