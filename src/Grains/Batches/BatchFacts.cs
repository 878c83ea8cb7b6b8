using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Filings;
using Suyuan.Forms;

namespace Suyuan.Batches;

/// <summary>Where a batch may grow, as the database tells it.</summary>
internal sealed record BatchGrounds
{
    /// <summary>The enterprise has a profile (EN1).</summary>
    public bool Profile { get; init; }

    /// <summary>It has a zone in use (EN1).</summary>
    public bool Zones { get; init; }

    /// <summary>The zone named is one of those.</summary>
    public bool Zone { get; init; }

    /// <summary>Those of the plots named that are in use and lie in the zone.</summary>
    public ImmutableArray<string> Plots { get; init; } = [];
}

/// <summary>What opening or editing a batch needs to know beyond the batch.</summary>
internal sealed record BatchFacts
{
    public required BatchGrounds Grounds { get; init; }
    public required FilledForm Filled { get; init; }
    public required Deed By { get; init; }

    /// <summary>What the enterprise's filings open to it, and the product that is asked for.</summary>
    public FilingStanding Standing { get; init; } = new();

    /// <summary>The stages that a batch of the product has from the start.</summary>
    public ImmutableArray<string> Template { get; init; } = [];
}

/// <summary>What a decision on a stage record needs to know beyond the batch.</summary>
internal sealed record RecordFacts
{
    /// <summary>The record as it stands; null when there is none.</summary>
    public StageRecord? Kept { get; init; }

    /// <summary>The answers given, or those that stand.</summary>
    public required FilledForm Filled { get; init; }
    public required Deed By { get; init; }
    public required DateOnly Today { get; init; }
}

/// <summary>What a declaration says of the enterprise.</summary>
internal sealed record DeclarationFacts
{
    public required string Producer { get; init; }
    public string? Phone { get; init; }
    public required string Origin { get; init; }
    public required Deed By { get; init; }
    public required DateOnly Today { get; init; }
}

/// <summary>Whether identity codes are bound to a batch, as the database tells it.</summary>
internal sealed record CodesBound
{
    public bool Bound { get; init; }
}

/// <summary>A number that was given out.</summary>
internal sealed record AllottedNumber
{
    public BatchNumber Number { get; init; }
}
