using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Enterprises;

internal static class EnterpriseEndpoints
{
    public static void MapEnterprises(this IEndpointRouteBuilder api)
    {
        api.MapPost("/enterprise-registrations", Register).WithTags("Registrations").AllowAnonymous()
            .RequireRateLimiting(RateLimits.Registration)
            .WithName("registerEnterprise").WithSummary("Registers an enterprise with its first account, which administers and records.")
            .Refuses(
                "enterprise/registered-already", "enterprise/name-invalid", "registration/code-wrong", "registration/code-expired",
                "registration/code-used-up", "account/mobile-taken", "account/user-name-taken", "account/user-name-reserved")
            .RefusesWeakPasswords();
        var enterprise = api.MapGroup("/enterprises/{usci}").WithTags("Enterprises");
        enterprise.MapGet("/", Get).Allow(Role.Platform, Role.Regulator, Role.EnterpriseAdministrator, Role.Recorder)
            .WithName("getEnterprise").WithSummary("An enterprise as it registered.");
    }

    private static async Task<Results<Created<AccountView>, ProblemHttpResult>> Register(
        EnterpriseRegistrationRequest body, IGrainFactory grains) =>
        (await grains.Enterprise(body.CreditCode).Register(body.ToCommand())).ToCreated(_ => $"/api/v1/enterprises/{body.CreditCode}");

    private static async Task<Results<Ok<EnterpriseView>, ProblemHttpResult>> Get(CreditCode usci, Caller caller, IGrainFactory grains) =>
        (await grains.Enterprise(usci).GetFor(caller)).ToHttp();
}
