using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Common;

namespace Suyuan.Regions;

internal static class DistrictEndpoints
{
    public static void MapDistricts(this IEndpointRouteBuilder api)
    {
        var districts = api.MapGroup("/districts").WithTags("Regions").AllowAnonymous().RequireRateLimiting(RateLimits.LookUp);
        districts.MapGet("/", List).WithName("listDistricts")
            .WithSummary("Administrative divisions: the provinces, the parts of a parent, or what a name or the beginning of a code finds.")
            .Exported(DistrictTable.Columns);
        districts.MapGet("/{district}", Get).WithName("getDistrict").WithSummary("An administrative division by its code.")
            .Refuses("common/not-found");
    }

    private static Ok<Page<DistrictItem>> List(DistrictCode? parent, string? q, Limit limit, Cursor cursor, Districts districts) =>
        TypedResults.Ok(districts.List(parent, q, limit, cursor));

    private static Results<Ok<DistrictItem>, ProblemHttpResult> Get(DistrictCode district, Districts districts) =>
        districts.Find(district) is { } found ? TypedResults.Ok(found) : SharedRefusals.NotFound("district").ToProblem();
}
