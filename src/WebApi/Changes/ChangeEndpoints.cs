using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Changes;

internal static class ChangeEndpoints
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    public static void MapChanges(this IEndpointRouteBuilder api) =>
        api.MapGet("/changes", Read).WithTags("Changes").WithName("listChanges")
            .Allow(Role.Platform, Role.Ginner, Role.Regiment, Role.EnterpriseAdministrator, Role.Recorder)
            .WithSummary("New versions of what is the caller's, in order, none left out: what changed and where to read it")
            .Refuses("change/cursor-unknown");

    private static async Task<Results<Ok<ChangePage>, ProblemHttpResult>> Read(
        After after, Choice<ChangeKind>? kind, Limit limit, Wait wait, Caller caller, ChangeQueries queries, CancellationToken cancelled)
    {
        var page = await queries.Read(after, kind?.Value, limit, caller);
        for (var left = wait.Seconds; left > 0 && page is { Refused: false, Value.Items.Count: 0 }; left--)
        {
            await Task.Delay(BetweenLooks, cancelled);
            page = await queries.Read(after, kind?.Value, limit, caller);
        }

        return page.ToHttp();
    }
}
