using System.Collections.Immutable;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Publishing;

/// <summary>What an enterprise has opened to consumers of itself (SITE) or of one batch (查询管理).</summary>
[GenerateSerializer, Immutable, Alias("publication-view")]
public sealed record PublicationView : IRevisioned
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public CreditCode Enterprise { get; init; }

    /// <summary>Null at SITE.</summary>
    [Id(2)] public BatchNumber? Batch { get; init; }

    /// <summary>In the order of the tree.</summary>
    [Id(3)] public ImmutableArray<PublicationItemView> Items { get; init; } = [];
}

/// <summary>
/// An item: what it has to show, whether it is open, and what the caller may do with it now, by the very rules that decide.
/// </summary>
[GenerateSerializer, Immutable, Alias("publication-item-view")]
public sealed record PublicationItemView
{
    [Id(0)] public required string Item { get; init; }

    /// <summary>How many records consumers would see.</summary>
    [Id(1)] public required int Records { get; init; }

    /// <summary>Who opened it and when; null while it is not approved (未审批).</summary>
    [Id(2)] public Deed? Published { get; init; }

    /// <summary>The regulator who closed it, when and why.</summary>
    [Id(3)] public Deed? Closed { get; init; }

    [Id(4)] public required Verdict Publish { get; init; }
    [Id(5)] public required Verdict Unpublish { get; init; }
    [Id(6)] public required Verdict Close { get; init; }
}
