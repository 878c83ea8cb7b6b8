using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Publishing;

/// <summary>The handlers of /enterprises/{usci}/batches/{batch}/publication.</summary>
internal static class BatchPublication
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
        CreditCode usci, BatchNumber batch, Caller caller, PublicationDoor door) =>
        door.Show(await door.Of(usci, batch).GetFor(caller));

    private static async Task<Results<Ok<PublicationAnswer>, ProblemHttpResult>> Publish(
        CreditCode usci, BatchNumber batch, string item, SeenRevision seen, Caller caller, PublicationDoor door) =>
        door.Show(await door.Of(usci, batch).Publish(new(caller, [item], seen.Revision)));

    private static async Task<Results<Ok<PublicationAnswer>, ProblemHttpResult>> Unpublish(
        CreditCode usci, BatchNumber batch, string item, SeenRevision seen, Caller caller, PublicationDoor door) =>
        door.Show(await door.Of(usci, batch).Unpublish(new(caller, [item], seen.Revision)));

    private static async Task<Results<Ok<PublicationAnswer>, ProblemHttpResult>> PublishMany(
        CreditCode usci, BatchNumber batch, PublishRequest body, SeenRevision seen, Caller caller, PublicationDoor door) =>
        door.Show(await door.Of(usci, batch).Publish(body.ToCommand(caller, seen.Revision)));

    private static async Task<Results<Ok<PublicationAnswer>, ProblemHttpResult>> UnpublishMany(
        CreditCode usci, BatchNumber batch, string[] item, SeenRevision seen, Caller caller, PublicationDoor door) =>
        door.Show(await door.Of(usci, batch).Unpublish(new(caller, [.. item], seen.Revision)));

    private static async Task<Results<Ok<PublicationAnswer>, ProblemHttpResult>> Close(
        CreditCode usci, BatchNumber batch, string item, ClosureRequest body, Caller caller, PublicationDoor door) =>
        door.Show(await door.Of(usci, batch).Close(new(caller, item, body.Reason)));

    private static async Task<Results<Ok<PublicationAnswer>, ProblemHttpResult>> Lift(
        CreditCode usci, BatchNumber batch, string item, Caller caller, PublicationDoor door) =>
        door.Show(await door.Of(usci, batch).Lift(new(caller, item)));
}
