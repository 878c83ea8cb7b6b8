using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.IdentityCodes;

internal static class IdentityCodeEndpoints
{
    public static readonly Role[] Readers = [Role.Platform, Role.Regulator, Role.EnterpriseAdministrator, Role.Recorder];

    public static void MapIdentityCodes(this IEndpointRouteBuilder api)
    {
        api.MapCodeAllocations();
        api.MapCodeRanges();
        api.MapCodeLabels();
        api.MapGet("/identity-codes/{code}", Get).WithTags("Identity codes").Allow(Readers).WithName("getIdentityCode")
            .WithSummary("One code for the staff: whose run it is of, which batch it is bound to, whether it is frozen.");
    }

    public static void AddIdentityCodes(this IServiceCollection services) => services
        .AddSingleton<CodeAllocationQueries>().AddSingleton<CodeRangeQueries>().AddSingleton<CodeStretchQueries>()
        .AddSingleton<IdentityCodeQueries>().AddSingleton<CodeSignature>().AddSingleton<CodeLabels>();

    private static async Task<Results<Ok<IdentityCodeAnswer>, ProblemHttpResult>> Get(
        IdentityCode code, Caller caller, IGrainFactory grains, IdentityCodeQueries queries) =>
        (await queries.Find(code, caller, grains)).ToHttp();
}
