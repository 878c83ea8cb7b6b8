using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Common;
using Suyuan.GinLines;

namespace Suyuan.Accounts;

internal static class AccountEndpoints
{
    private const int LargestFileMiB = 10;
    private static readonly Role[] Makers = [Role.Platform, Role.Regiment, Role.EnterpriseAdministrator];

    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        var accounts = api.MapGroup("").WithTags("Accounts");
        accounts.MapGet("/me", Me).AllowSignedIn().OpenToOneTimePasswords().WithName("getMe").WithSummary("Who is signed in, and as what");
        accounts.MapPut("/me/password", ChangePassword).AllowSignedIn().OpenToOneTimePasswords().RequireRateLimiting(RateLimits.SignIn)
            .WithName("changePassword").WithSummary("Change one's password; whoever signed in with a one-time password signs in again then")
            .Refuses("session/wrong-credentials", "session/locked", "account/password-same").RefusesWeakPasswords();
        accounts.MapPost("/accounts", Create).Allow(Makers).WithName("createAccount").WithSummary("Make an account")
            .Refuses(
                "account/no-roles", "account/scope-malformed", "account/user-name-taken", "account/user-name-reserved",
                "account/user-name-required", "account/mobile-taken", "common/not-found")
            .RefusesWeakPasswords();
        accounts.MapPost("/accounts/imports", Import).Allow(Role.Platform, Role.Regiment).TakesFile(LargestFileMiB)
            .HasOwnIdentity()
            .WithName("importAccounts")
            .WithSummary("Makes accounts of companies from .csv or .xlsx: 连队编码, 连队名称, 联系人, 手机号. The answer, and only it, tells the "
                + "one-time passwords. The same list again makes nothing twice.")
            .Refuses([.. AccountImport.Codes]);
        accounts.MapPut("/accounts/{userName}/one-time-password", RenewPassword).Allow(Makers)
            .WithName("renewOneTimePassword").WithSummary("Replace a lost password by a one-time password, told in this answer only");
        accounts.MapGet("/accounts", List).Allow([.. Makers, Role.Ginner])
            .WithName("listAccounts").WithSummary("Accounts that are the caller's to see")
            .Exported(AccountTable.Columns);
        accounts.MapPut("/gins/{gin}/verifier", SetVerifier).Allow(Role.Ginner, Role.Platform)
            .WithName("setVerifier").WithSummary("Make or renew a gin's verifier account").RefusesWeakPasswords();
    }

    public static TBuilder RefusesWeakPasswords<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.Refuses("account/password-too-short", "account/password-too-long", "account/password-common");

    private static async Task<Results<Ok<MeAnswer>, ProblemHttpResult>> Me(Caller caller, IGrainFactory grains) =>
        (await grains.Account(new(caller.Account)).Get()).ToHttp(account => MeAnswer.Of(new(caller.Role, caller.Scope), account));

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangePassword(
        PasswordRequest body, Caller caller, IGrainFactory grains) =>
        (await grains.Account(new(caller.Account)).ChangePassword(new(body.CurrentPassword, body.NewPassword))).ToNoContent();

    private static async Task<Results<Created<AccountView>, ProblemHttpResult>> Create(
        AccountRequest body, Caller caller, IGrainFactory grains) =>
        body.Name is { } name
            ? (await grains.Account(name).Create(body.ToCommand(caller)))
                .ToCreated(account => $"/api/v1/accounts?search={account.UserName}")
            : AccountRefusals.UserNameRequired.ToProblem();

    private static Task<Results<Ok<AccountImportReport>, ProblemHttpResult>> Import(
        IFormFile file, HttpContext http, Caller caller, AccountImport import, bool dryRun = false, bool partial = false)
    {
        http.Response.Headers.CacheControl = "no-store";
        return import.Run(file, new(caller, Languages.Preferred(http.Request), dryRun, partial));
    }

    private static async Task<Results<Ok<AccountView>, ProblemHttpResult>> RenewPassword(
        UserName userName, HttpResponse response, Caller caller, IGrainFactory grains)
    {
        response.Headers.CacheControl = "no-store";
        return (await grains.Account(userName).RenewPassword(new(caller))).ToHttp();
    }

    private static async Task<Ok<Page<AccountItem>>> List(
        Caller caller, AccountQueries queries, Limit limit, Cursor cursor, Choice<Role>? role = null, string? search = null) =>
        TypedResults.Ok(await queries.List(caller, role?.Value, search, limit, cursor));

    private static async Task<Results<Ok<AccountView>, ProblemHttpResult>> SetVerifier(
        GinCode gin, VerifierRequest body, Caller caller, IGrainFactory grains) =>
        (await grains.Account(UserName.OfVerifier(gin)).SetVerifier(new(caller, body.Password))).ToHttp();
}
