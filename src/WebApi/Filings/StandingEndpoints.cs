using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Filings;

internal static class StandingEndpoints
{
    public static void MapStanding(this IEndpointRouteBuilder api) =>
        api.MapGet("/enterprises/{usci}/standing", Get).WithTags("Enterprises").Allow(FilingDoors.Everybody)
            .WithName("getEnterpriseStanding").WithSummary("Whether tracing work is open to the enterprise, or why not.");

    private static async Task<Results<Ok<StandingAnswer>, ProblemHttpResult>> Get(
        CreditCode usci, Caller caller, IGrainFactory grains, StandingQueries queries, Reasons reasons)
    {
        var known = await grains.Enterprise(usci).GetFor(caller);
        if (known.Refused) return known.Refusal.ToProblem();
        var (standing, filings) = await queries.Of(usci, caller.Role is not Role.Regulator);
        return TypedResults.Ok(StandingAnswer.Of(usci, standing, filings, reasons));
    }
}
