using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Seasons;

internal static class SeasonEndpoints
{
    public static void MapSeasons(this IEndpointRouteBuilder api)
    {
        var seasons = api.MapGroup("/seasons/{season}").WithTags("Seasons");
        seasons.MapGet("/", Get).AllowSignedIn().WithName("getSeason").WithSummary("A season's policy; the defaults until one was put.");
        seasons.MapPut("/", Put).Allow(Role.Platform).WithName("putSeason").WithSummary("Sets a season's policy, whole.")
            .Refuses(
                "season/closed", "season/out-of-range", "season/unknown-micronaire-level", "season/micronaire-levels-required",
                "season/deadline-order", "season/grading-edition-invalid");
    }

    private static async Task<Results<Ok<SeasonPolicy>, ProblemHttpResult>> Get(SeasonYear season, IGrainFactory grains) =>
        (await grains.Season(season).Get()).ToHttp();

    // The body is the view itself: what was read is edited and sent back, and a member left out takes its default.
    private static async Task<Results<Ok<SeasonPolicy>, ProblemHttpResult>> Put(
        SeasonYear season, SeasonPolicy body, IfMatch ifMatch, Caller caller, IGrainFactory grains) =>
        (await grains.Season(season).Put(new(caller, body, ifMatch.Revision))).ToHttp();
}
