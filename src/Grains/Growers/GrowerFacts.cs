using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Seasons;

namespace Suyuan.Growers;

/// <summary>What registering a grower needs to know beyond the record and the command.</summary>
internal sealed record GrowerFacts
{
    public required bool CompanyKnown { get; init; }
    public required ImmutableArray<SeasonYear> ClosedSeasons { get; init; }

    /// <summary>The person number; the cipher already stored when it holds the same number, so that a repetition changes nothing.</summary>
    public required ProtectedText Number { get; init; }
    public required ProtectedText Mobile { get; init; }
}

/// <summary>A plot that is somebody else's, as the database tells it.</summary>
internal sealed record PlotOfAnother
{
    public SeasonYear Season { get; init; }
    public PlotCode Plot { get; init; }
    public string Grower { get; init; } = "";
}
