using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Publishing;

/// <summary>The handlers of /enterprises/{usci}/publication.</summary>
internal static class SitePublication
{
    public static PublicationHandlers Handlers { get; } = new()
    {
        Get = Get,
        Publish = Publish,
        Unpublish = Unpublish,
        PublishMany = PublishMany,
        UnpublishMany = UnpublishMany,
        Close = Close,
        Lift = Lift,
    };

    private static async Task<Results<Ok<PublicationAnswer>, ProblemHttpResult>> Get(
        CreditCode usci, Caller caller, PublicationDoor door) =>
        door.Show(await door.Of(usci).GetFor(caller));

    private static async Task<Results<Ok<PublicationAnswer>, ProblemHttpResult>> Publish(
        CreditCode usci, string item, SeenRevision seen, Caller caller, PublicationDoor door) =>
        door.Show(await door.Of(usci).Publish(new(caller, [item], seen.Revision)));

    private static async Task<Results<Ok<PublicationAnswer>, ProblemHttpResult>> Unpublish(
        CreditCode usci, string item, SeenRevision seen, Caller caller, PublicationDoor door) =>
        door.Show(await door.Of(usci).Unpublish(new(caller, [item], seen.Revision)));

    private static async Task<Results<Ok<PublicationAnswer>, ProblemHttpResult>> PublishMany(
        CreditCode usci, PublishRequest body, SeenRevision seen, Caller caller, PublicationDoor door) =>
        door.Show(await door.Of(usci).Publish(body.ToCommand(caller, seen.Revision)));

    private static async Task<Results<Ok<PublicationAnswer>, ProblemHttpResult>> UnpublishMany(
        CreditCode usci, string[] item, SeenRevision seen, Caller caller, PublicationDoor door) =>
        door.Show(await door.Of(usci).Unpublish(new(caller, [.. item], seen.Revision)));

    private static async Task<Results<Ok<PublicationAnswer>, ProblemHttpResult>> Close(
        CreditCode usci, string item, ClosureRequest body, Caller caller, PublicationDoor door) =>
        door.Show(await door.Of(usci).Close(new(caller, item, body.Reason)));

    private static async Task<Results<Ok<PublicationAnswer>, ProblemHttpResult>> Lift(
        CreditCode usci, string item, Caller caller, PublicationDoor door) =>
        door.Show(await door.Of(usci).Lift(new(caller, item)));
}
