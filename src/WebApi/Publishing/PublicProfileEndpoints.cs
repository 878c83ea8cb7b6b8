using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Publishing;

internal static class PublicProfileEndpoints
{
    public static void MapPublicProfiles(this RouteGroupBuilder enterprise)
    {
        var profiles = enterprise.MapGroup("/public-profiles");
        profiles.MapGet("/", List).Allow(BatchAccess.Readers).WithName("listPublicProfiles")
            .WithSummary("The public profiles of an enterprise, by product; q is part of the product's name.")
            .Exported(PublicProfileTable.Columns);
        profiles.MapGet("/{product}", Get).Allow(BatchAccess.Readers).WithName("getPublicProfile")
            .WithSummary("The public profile of a product, by its filing; empty, at revision 0, until it is first saved.");
        profiles.MapPut("/{product}", Save).Allow(Role.EnterpriseAdministrator).WithName("savePublicProfile")
            .WithSummary("Saves what consumers read as basic information of a product.")
            .Refuses("enterprise/filing-required", "publication/product-not-filed", "form/answers-invalid");
    }

    private static Task<Results<Ok<Page<PublicProfileItem>>, ProblemHttpResult>> List(
        CreditCode usci, string? q, Limit limit, Cursor cursor, Caller caller, IGrainFactory grains, PublicProfileQueries queries) =>
        grains.ForReadersOf(usci, caller, () => queries.List(usci, q, limit, cursor));

    private static async Task<Results<Ok<PublicProfileView>, ProblemHttpResult>> Get(
        CreditCode usci, string product, Caller caller, IGrainFactory grains) =>
        (await grains.PublicProfile(usci, product).GetFor(caller)).ToHttp();

    private static async Task<Results<Ok<PublicProfileView>, ProblemHttpResult>> Save(
        CreditCode usci, string product, PublicProfileRequest body, IfMatch ifMatch, Caller caller, IGrainFactory grains) =>
        (await grains.PublicProfile(usci, product).Save(body.ToCommand(caller, ifMatch.Revision))).ToHttp();
}
