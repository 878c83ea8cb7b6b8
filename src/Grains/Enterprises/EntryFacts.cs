using Suyuan.Common;
using Suyuan.Filings;

namespace Suyuan.Enterprises;

/// <summary>What saving an entry needs to know beyond the entry.</summary>
internal sealed record EntryFacts
{
    /// <summary>What the enterprise's filings open to it, and the product filing that the entry names.</summary>
    public required FilingStanding Standing { get; init; }

    /// <summary>The zone that the entry names is the enterprise's and in use.</summary>
    public bool ZoneKnown { get; init; }

    public required Deed By { get; init; }
}

/// <summary>What keeps an entry from being retired, as the database tells it.</summary>
internal sealed record EntryUse
{
    /// <summary>A running batch that names it.</summary>
    public string? Batch { get; init; }

    /// <summary>Plots in use belong to it.</summary>
    public bool Plots { get; init; }
}

/// <summary>A zone that is in use, as the database tells it.</summary>
internal sealed record KnownZone
{
    public string Name { get; init; } = "";
}
