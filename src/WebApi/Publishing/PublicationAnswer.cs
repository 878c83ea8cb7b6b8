using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Publishing;

/// <summary>What an enterprise has opened to consumers of itself (SITE) or of a batch, and what may still be opened.</summary>
internal sealed record PublicationAnswer : IRevisioned
{
    public required int Revision { get; init; }
    public required CreditCode Enterprise { get; init; }

    /// <summary>Null at SITE.</summary>
    public required BatchNumber? Batch { get; init; }

    /// <summary>In the order of the tree.</summary>
    public required IReadOnlyList<PublicationAnswerItem> Items { get; init; }

    public static PublicationAnswer Of(PublicationView view, FormCatalogue forms, Reasons reasons) => new()
    {
        Revision = view.Revision,
        Enterprise = view.Enterprise,
        Batch = view.Batch,
        Items = [.. view.Items.Select(item => PublicationAnswerItem.Of(item, forms, reasons))],
    };
}

/// <summary>An item of the tree, and whether the caller may open it, take it back or close it now, or why not.</summary>
/// <param name="Group">The branch under SITE; null for items of a batch.</param>
/// <param name="Records">How many records consumers would see.</param>
/// <param name="Published">Who opened it and when.</param>
/// <param name="Closed">The regulator who closed it, when and why.</param>
internal sealed record PublicationAnswerItem(
    string Item, FormText Label, SiteItemGroup? Group, int Records, Deed? Published, Deed? Closed)
{
    public required WhyNot Publish { get; init; }
    public required WhyNot Unpublish { get; init; }
    public required WhyNot Close { get; init; }

    public static PublicationAnswerItem Of(PublicationItemView item, FormCatalogue forms, Reasons reasons)
    {
        var named = PublishableName.Of(item.Item, forms);
        return new(item.Item, named.Label, named.Group, item.Records, item.Published, item.Closed)
        {
            Publish = reasons.For(item.Publish),
            Unpublish = reasons.For(item.Unpublish),
            Close = reasons.For(item.Close),
        };
    }
}

/// <summary>What an item is called and where it hangs in the tree.</summary>
internal sealed record PublishableName(FormText Label, SiteItemGroup? Group)
{
    public static PublishableName Of(string item, FormCatalogue forms) =>
        SiteItem.AllOf(forms).FirstOrDefault(site => site.Item == item) is { } site
            ? new(site.Label, site.Group)
            : new(forms.NameOf(item), null);
}
