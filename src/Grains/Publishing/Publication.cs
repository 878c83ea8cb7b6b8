using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Publishing;

/// <summary>What an enterprise has opened to consumers, as stored: of itself (SITE), or of one batch.</summary>
[GenerateSerializer, Immutable, Alias("publication")]
public sealed record Publication
{
    internal const int MostItems = 200;

    [Id(0)] public int Revision { get; init; }
    [Id(1)] public CreditCode Enterprise { get; init; }

    /// <summary>Null at SITE.</summary>
    [Id(2)] public BatchNumber? Batch { get; init; }

    [Id(3)] public ImmutableArray<PublishedItem> Published { get; init; } = [];
    [Id(4)] public ImmutableArray<PublishedItem> Closed { get; init; } = [];

    /// <summary>All of the items or none; what is open already stays as it was opened.</summary>
    internal Result<Publication> Publish(PublishItems command, PublicationFacts facts)
    {
        if (AgainstCaller(command.By) is { } forbidden) return forbidden;
        if (AgainstList(command.Items) is { } list) return list;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        if (AgainstPublishing(facts).FirstOrDefault() is { } closed) return closed;
        var faults = command.Items.Select((item, place) => (Place: place, Refusal: AgainstItem(item, facts)))
            .Where(one => one.Refusal is not null).ToList();
        if (faults.Count > 0)
        {
            return command.Items.Length == 1
                ? faults[0].Refusal!
                : PublicationRefusals.ItemsRefused([.. faults.Select(one => new FieldFault($"items[{one.Place}]", one.Refusal!))]);
        }

        var opened = command.Items.Distinct().Where(item => PublishedAs(item) is null).ToList();
        if (opened.Count == 0) return this;
        return Next() with { Published = [.. Published, .. opened.Select(item => new PublishedItem { Item = item, By = facts.By })] };
    }

    /// <summary>Whatever became of filings, codes and records since: what is open can be taken back.</summary>
    internal Result<Publication> Unpublish(UnpublishItems command, PublicationFacts facts)
    {
        if (AgainstCaller(command.By) is { } forbidden) return forbidden;
        if (AgainstList(command.Items) is { } list) return list;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        var unknown = command.Items.FirstOrDefault(item => facts.Find(item) is null && PublishedAs(item) is null);
        if (unknown is not null) return PublicationRefusals.UnknownItem(unknown);
        var left = Published.RemoveAll(one => command.Items.Contains(one.Item));
        return left.Length == Published.Length ? this : Next() with { Published = left };
    }

    internal Result<Publication> Close(CloseItem command, PublicationFacts facts)
    {
        if (AgainstRegulator(command.By, facts) is { } forbidden) return forbidden;
        if (!Wording.Fits(command.Reason, Wording.ReasonLength)) return PublicationRefusals.ReasonRequired;
        if (facts.Find(command.Item) is null && PublishedAs(command.Item) is null) return PublicationRefusals.UnknownItem(command.Item);
        if (ClosedAs(command.Item)?.By?.Reason == facts.By.Reason) return this;
        return Next() with
        {
            Published = Published.RemoveAll(one => one.Item == command.Item),
            Closed = [.. Closed.Where(one => one.Item != command.Item), new() { Item = command.Item, By = facts.By }],
        };
    }

    internal Result<Publication> Lift(LiftClosure command, PublicationFacts facts)
    {
        if (AgainstRegulator(command.By, facts) is { } forbidden) return forbidden;
        if (ClosedAs(command.Item) is { } closed) return Next() with { Closed = Closed.Remove(closed) };
        return facts.Find(command.Item) is null ? PublicationRefusals.UnknownItem(command.Item) : this;
    }

    internal PublicationView ToView(CreditCode enterprise, BatchNumber? batch, Caller by, PublicationFacts facts)
    {
        // An item may have gone, with its stage or its form, and still be open or closed.
        var gone = Published.Concat(Closed).Select(one => one.Item).Distinct().Where(item => facts.Find(item) is null);
        return new()
        {
            Revision = Revision,
            Enterprise = enterprise,
            Batch = batch,
            Items = [
                .. facts.Items.Select(one => ItemView(one, by, facts)),
                .. gone.Select(item => ItemView(new() { Item = item }, by, facts)),
            ],
        };
    }

    private PublicationItemView ItemView(ItemContent content, Caller by, PublicationFacts facts)
    {
        var forbidden = AgainstCaller(by);
        var refusals = AgainstPublishing(facts).Prepend(forbidden).Append(AgainstItem(content.Item, facts)).OfType<Refusal>();
        return new()
        {
            Item = content.Item,
            Records = content.Records,
            Published = PublishedAs(content.Item)?.By?.Shown(),
            Closed = ClosedAs(content.Item)?.By?.Shown(),
            Publish = new([.. refusals]),
            Unpublish = Verdict.Of(forbidden),
            Close = Verdict.Of(AgainstRegulator(by, facts)),
        };
    }

    private PublishedItem? PublishedAs(string item) => Published.FirstOrDefault(one => one.Item == item);

    private PublishedItem? ClosedAs(string item) => Closed.FirstOrDefault(one => one.Item == item);

    private static Refusal? AgainstCaller(Caller by) => by.Role is Role.EnterpriseAdministrator ? null : SharedRefusals.Forbidden;

    private static Refusal? AgainstRegulator(Caller by, PublicationFacts facts) =>
        by.Role is Role.Regulator && by.Oversees(facts.District) ? null : SharedRefusals.Forbidden;

    private static Refusal? AgainstList(ImmutableArray<string> items) =>
        items.IsDefaultOrEmpty || items.Length > MostItems ? PublicationRefusals.ItemsRequired : null;

    /// <summary>What keeps every item from being opened.</summary>
    private IEnumerable<Refusal> AgainstPublishing(PublicationFacts facts)
    {
        if (facts.Standing.AgainstTracing(Enterprise) is { } closed) yield return closed;
        if (Batch is { } batch && !facts.CodesBound) yield return PublicationRefusals.CodesRequired(batch);
    }

    private Refusal? AgainstItem(string item, PublicationFacts facts)
    {
        if (PublishedAs(item) is not null) return null;
        if (facts.Find(item) is not { } content) return PublicationRefusals.UnknownItem(item);
        if (ClosedAs(item) is { } closed) return PublicationRefusals.Closed(item, closed.By?.Reason);
        return content.Records > 0 ? null : PublicationRefusals.NothingToShow(item);
    }

    private Publication Next() => this with { Revision = Revision + 1 };
}
