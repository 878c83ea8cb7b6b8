using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Filings;
using Suyuan.Regions;

namespace Suyuan.Publishing;

/// <summary>What there is to publish, as the database tells it.</summary>
internal sealed record PublishableContent
{
    /// <summary>What the enterprise's filings open to it (FL5).</summary>
    public FilingStanding Standing { get; init; } = new();

    /// <summary>Identity codes are bound to the batch.</summary>
    public bool CodesBound { get; init; }

    /// <summary>Of SITE: the items that have anything. Of a batch: itself and its stages, in the order of the menu.</summary>
    public ImmutableArray<ItemContent> Items { get; init; } = [];
}

/// <summary>How many records of an item consumers would see.</summary>
internal sealed record ItemContent
{
    public string Item { get; init; } = "";
    public int Records { get; init; }
}

/// <summary>What a decision on a publication needs to know beyond it.</summary>
internal sealed record PublicationFacts
{
    public required FilingStanding Standing { get; init; }
    public required bool CodesBound { get; init; }

    /// <summary>Every item that there is, in the order of the tree.</summary>
    public required ImmutableArray<ItemContent> Items { get; init; }

    /// <summary>Where the enterprise is.</summary>
    public required DistrictCode District { get; init; }

    public required Deed By { get; init; }

    public ItemContent? Find(string item) => Items.FirstOrDefault(one => one.Item == item);
}
