using Suyuan.Common;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.TraceUnits;

/// <summary>Which units to list; q is part of a name.</summary>
internal sealed record TraceUnitFilter
{
    public SeasonYear? Season { get; init; }
    public Choice<TraceUnitState>? State { get; init; }
    public Choice<Formation>? Formation { get; init; }
    public RegionCode? Region { get; init; }
    public string? Q { get; init; }
    public required Limit Limit { get; init; }
    public required Cursor Cursor { get; init; }
}

/// <summary>Which growers may join: of a season, a region, with q in their name.</summary>
internal sealed record CandidateFilter
{
    public required SeasonYear Season { get; init; }
    public RegionCode? Region { get; init; }
    public string? Q { get; init; }
    public required Limit Limit { get; init; }
    public required Cursor Cursor { get; init; }
}
