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
        enterprise.MapGet("/profile", GetProfile).Allow(Role.Platform, Role.Regulator, Role.EnterpriseAdministrator, Role.Recorder)
            .WithName("getEnterpriseProfile").WithSummary("An enterprise's profile; empty until it is first saved.");
        enterprise.MapPut("/profile", SaveProfile).Allow(Role.EnterpriseAdministrator, Role.Recorder)
            .WithName("saveEnterpriseProfile").WithSummary("Saves an enterprise's profile.")
            .Refuses("enterprise/filing-required", "form/answers-invalid");
        enterprise.MapEntries();
    }

    private static async Task<Results<Created<AccountView>, ProblemHttpResult>> Register(
        EnterpriseRegistrationRequest body, IGrainFactory grains) =>
        (await grains.Enterprise(body.CreditCode).Register(body.ToCommand())).ToCreated(_ => $"/api/v1/enterprises/{body.CreditCode}");

    private static async Task<Results<Ok<EnterpriseView>, ProblemHttpResult>> Get(CreditCode usci, Caller caller, IGrainFactory grains) =>
        (await grains.Enterprise(usci).GetFor(caller)).ToHttp();

    private static async Task<Results<Ok<EnterpriseProfileView>, ProblemHttpResult>> GetProfile(
        CreditCode usci, Caller caller, IGrainFactory grains) =>
        (await grains.Enterprise(usci).GetProfile(caller)).ToHttp();

    private static async Task<Results<Ok<EnterpriseProfileView>, ProblemHttpResult>> SaveProfile(
        CreditCode usci, ProfileRequest body, IfMatch ifMatch, Caller caller, IGrainFactory grains) =>
        (await grains.Enterprise(usci).SaveProfile(body.ToCommand(caller, ifMatch.Revision))).ToHttp();
}
