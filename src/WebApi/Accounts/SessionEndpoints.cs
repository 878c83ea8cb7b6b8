using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Common;

namespace Suyuan.Accounts;

internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        var sessions = api.MapGroup("/sessions").WithTags("Sessions");
        sessions.MapPost("", SignIn).AllowAnonymous().HasOwnIdentity().RequireRateLimiting(RateLimits.SignIn)
            .WithName("signIn").WithSummary("Sign in").Refuses("session/wrong-credentials", "session/locked");
        sessions.MapPost("/refresh", Refresh).AllowAnonymous().HasOwnIdentity().RequireRateLimiting(RateLimits.SignIn)
            .WithName("refreshSession").WithSummary("Trade a refresh token for new tokens")
            .Refuses("session/ended", "session/refresh-reused");
        sessions.MapDelete("/current", SignOut).AllowSignedIn().OpenToOneTimePasswords().WithName("signOut").WithSummary("Sign out");
        sessions.MapPut("/current/role", Switch).AllowSignedIn().WithName("switchRole").WithSummary("Switch the acting role")
            .Refuses("account/role-not-held");
    }

    private static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> SignIn(
        SignInRequest body, HttpContext http, IGrainFactory grains, SessionTokens tokens) =>
        (await grains.AccountDesk(body.UserName).SignIn(new(body.UserName, body.Password, ClientOf(http)))).ToHttp(tokens.Issue);

    private static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> Refresh(
        RefreshRequest body, IGrainFactory grains, SessionTokens tokens) =>
        tokens.ReadRefresh(body.RefreshToken) is var (session, number)
            ? (await grains.Session(session).Refresh(number)).ToHttp(tokens.Issue)
            : SessionRefusals.Ended.ToProblem();

    private static async Task<Results<NoContent, ProblemHttpResult>> SignOut(CurrentSession session, IGrainFactory grains) =>
        (await grains.Session(session.Id).End()).ToNoContent();

    private static async Task<Results<Ok<MeAnswer>, ProblemHttpResult>> Switch(
        SwitchRoleRequest body, CurrentSession session, IGrainFactory grains) =>
        (await grains.Session(session.Id).Switch(new(body.Role, body.Scope)))
        .ToHttp(switched => MeAnswer.Of(switched.Acting, switched.Account!));

    private static string ClientOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
