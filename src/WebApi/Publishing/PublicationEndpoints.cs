using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Publishing;

internal static class PublicationEndpoints
{
    private static readonly string[] Publishing =
        ["enterprise/filing-required", "publication/nothing-to-show", "publication/closed-by-regulator", "common/stale"];

    public static void MapPublishing(this IEndpointRouteBuilder api)
    {
        var forms = api.ServiceProvider.GetRequiredService<FormCatalogue>();
        var enterprise = api.MapGroup("/enterprises/{usci}").WithTags("Publishing");
        Map(enterprise.MapGroup("/publication"), new("Site", "an enterprise", []), SitePublication.Handlers);
        Map(
            enterprise.MapGroup("/batches/{batch}/publication"), new("Batch", "a batch", ["publication/codes-required"]),
            BatchPublication.Handlers);
        enterprise.MapGet("/publication/pending", Pending).Allow(BatchAccess.Readers).WithName("listPendingItems")
            .WithSummary("The tree of what is not published: SITE, then the batches, newest first; q is part of a number or product.")
            .Exported(PublicationTable.Of(forms));
        enterprise.MapGet("/publication/published", Published).Allow(BatchAccess.Readers).WithName("listPublishedItems")
            .WithSummary("The tree of what is published, with who opened each item and when.").Exported(PublicationTable.Of(forms));
        enterprise.MapGet("/batches/{batch}/public-view", View).Allow(BatchAccess.Readers).WithName("getPublicView")
            .WithSummary("What consumers see of a batch now, whether or not codes are bound to it.");
        enterprise.MapPublicProfiles();
    }

    /// <summary>The routes of SITE and those of a batch are the same, but for what is in their paths.</summary>
    private static void Map(RouteGroupBuilder publication, Place place, PublicationHandlers handlers)
    {
        var (name, words) = (place.Name, place.Words);
        string[] publishing = [.. Publishing, .. place.Refusals, "publication/unknown-item"];
        publication.MapGet("/", handlers.Get).Allow(BatchAccess.Readers).WithName($"get{name}Publication")
            .WithSummary($"What of {words} is open to consumers, what may be opened, and why not.");
        publication.MapPut("/items/{item}", handlers.Publish).Allow(Role.EnterpriseAdministrator).WithName($"publish{name}Item")
            .WithSummary($"Opens an item of {words} to consumers.").Refuses(publishing);
        publication.MapDelete("/items/{item}", handlers.Unpublish).Allow(Role.EnterpriseAdministrator).WithName($"unpublish{name}Item")
            .WithSummary($"Takes an item of {words} back from consumers.").Refuses("publication/unknown-item", "common/stale");
        publication.MapPut("/items", handlers.PublishMany).Allow(Role.EnterpriseAdministrator).WithName($"publish{name}Items")
            .WithSummary($"Opens several items of {words} at once, all or none; `errors` says why of each that cannot be opened.")
            .Refuses([.. publishing, "publication/items-refused", "publication/items-required"]);
        publication.MapDelete("/items", handlers.UnpublishMany).Allow(Role.EnterpriseAdministrator).WithName($"unpublish{name}Items")
            .WithSummary($"Takes several items of {words} back at once, each named by a parameter item.")
            .Refuses("publication/items-required", "publication/unknown-item", "common/stale");
        publication.MapPut("/items/{item}/closure", handlers.Close).Allow(Role.Regulator).WithName($"close{name}Item")
            .WithSummary($"Takes an item of {words} back from consumers, with a reason, and keeps it closed.")
            .Refuses("publication/unknown-item", "publication/reason-required");
        publication.MapDelete("/items/{item}/closure", handlers.Lift).Allow(Role.Regulator).WithName($"lift{name}ItemClosure")
            .WithSummary($"Lets a closed item of {words} be published again.").Refuses("publication/unknown-item");
    }

    private static Task<Results<Ok<Page<PublicationNode>>, ProblemHttpResult>> Pending(
        CreditCode usci, string? q, Limit limit, Cursor cursor, Caller caller, IGrainFactory grains, PublicationQueries queries) =>
        grains.ForReadersOf(usci, caller, () => queries.Pending(usci, q, limit, cursor));

    private static Task<Results<Ok<Page<PublicationNode>>, ProblemHttpResult>> Published(
        CreditCode usci, string? q, Limit limit, Cursor cursor, Caller caller, IGrainFactory grains, PublicationQueries queries) =>
        grains.ForReadersOf(usci, caller, () => queries.Published(usci, q, limit, cursor));

    private static async Task<Results<Ok<PublicView>, ProblemHttpResult>> View(
        CreditCode usci, BatchNumber batch, Caller caller, IGrainFactory grains, PublicViews views)
    {
        var seen = await grains.Batch(usci, batch).GetFor(caller);
        if (seen.Refused) return seen.Refusal.ToProblem();
        return await views.Of(usci, batch.Value) is { } view ? TypedResults.Ok(view) : SharedRefusals.NotFound("public-view").ToProblem();
    }

    private sealed record Place(string Name, string Words, string[] Refusals);
}

/// <summary>What answers the routes below `publication`.</summary>
internal sealed record PublicationHandlers
{
    public required Delegate Get { get; init; }
    public required Delegate Publish { get; init; }
    public required Delegate Unpublish { get; init; }
    public required Delegate PublishMany { get; init; }
    public required Delegate UnpublishMany { get; init; }
    public required Delegate Close { get; init; }
    public required Delegate Lift { get; init; }
}
