using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Common;

namespace Suyuan.Accounts;

internal static class RegistrationEndpoints
{
    private const string Created = "/api/v1/me";

    public static void MapRegistrations(this IEndpointRouteBuilder api)
    {
        var open = api.MapGroup("").WithTags("Registrations").AllowAnonymous().RequireRateLimiting(RateLimits.Registration);
        open.MapPost("/registrations/codes", SendCode).WithName("sendRegistrationCode").WithSummary("Send a one-time code to a mobile")
            .Refuses("registration/code-too-soon");
        open.MapPost("/registrations", Register).WithName("register").WithSummary("Register an organizer or a grower by mobile")
            .Refuses(
                "registration/code-wrong", "registration/code-expired", "registration/code-used-up", "registration/home-region-required",
                "registration/person-number-required", "registration/grower-unknown", "registration/role-not-open", "account/mobile-taken",
                "account/user-name-taken", "account/user-name-reserved")
            .RefusesWeakPasswords();
        open.MapPost("/gin-registrations", RegisterGin).WithName("registerGin").WithSummary("Register a gin's main account")
            .Refuses("registration/not-a-gin-name", "account/user-name-taken", "account/mobile-taken")
            .RefusesWeakPasswords();
        api.MapGet("/sms-outbox", Outbox).Allow(Role.Platform).WithTags("Registrations")
            .WithName("listSmsOutbox").WithSummary("Messages that were not really sent, newest first");
    }

    private static async Task<Results<Accepted<CodeSentView>, ProblemHttpResult>> SendCode(CodeRequest body, IGrainFactory grains) =>
        (await grains.AccountDesk(body.Mobile.Value).SendCode(body.Mobile)).ToAccepted();

    private static async Task<Results<Created<AccountView>, ProblemHttpResult>> Register(RegistrationRequest body, IGrainFactory grains) =>
        (await grains.AccountDesk(body.Mobile.Value).Register(body.ToCommand())).ToCreated(_ => Created);

    private static async Task<Results<Created<AccountView>, ProblemHttpResult>> RegisterGin(
        GinRegistrationRequest body, IGrainFactory grains) =>
        (await grains.AccountDesk(body.UserName.Value).RegisterGin(new()
        {
            UserName = body.UserName, Password = body.Password, DisplayName = body.DisplayName, Mobile = body.Mobile,
        })).ToCreated(_ => Created);

    private static async Task<Results<Ok<SmsOutboxView>, ProblemHttpResult>> Outbox(IGrainFactory grains, MobileNumber? mobile = null) =>
        (await grains.SmsOutbox().List(mobile)).ToHttp();
}
