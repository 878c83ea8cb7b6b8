using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Growers;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.TraceUnits;

/// <summary>What every decision on a unit needs to know beyond its record.</summary>
internal sealed record UnitFacts
{
    public required SeasonPolicy Season { get; init; }

    /// <summary>The first bale of one of its cards has been pressed.</summary>
    public bool Processing { get; init; }
}

/// <summary>What choosing members needs to know: the growers named, and the legal person with its numbers encrypted.</summary>
internal sealed record ChoiceFacts
{
    public required ImmutableArray<GrowerView> Growers { get; init; }
    public Result<LegalPerson>? LegalPerson { get; init; }
}

/// <summary>What forming needs to know besides.</summary>
internal sealed record FormingFacts
{
    public required SeasonPolicy Season { get; init; }
    public required ChoiceFacts Choice { get; init; }
    public required DateTimeOffset Now { get; init; }

    /// <summary>The region named exists; true when none is named.</summary>
    public required bool RegionKnown { get; init; }

    /// <summary>Where an organizer's account is at home.</summary>
    public RegionCode? AccountRegion { get; init; }

    /// <summary>Keyed hash of everything the command says: the same again is a repetition.</summary>
    public required string Fingerprint { get; init; }
}

/// <summary>Since when a unit's cotton is ginned, as the database tells it.</summary>
internal sealed record TraceUnitProcessing
{
    public DateTimeOffset Since { get; init; }
}

/// <summary>A plot that another unit holds, as the database tells it.</summary>
internal sealed record TakenPlot
{
    public PlotCode Plot { get; init; }
    public string Unit { get; init; } = "";
}
