using Microsoft.AspNetCore.Mvc;
using Suyuan.Common;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.TraceUnits;

/// <summary>Which units to list; q is part of a name.</summary>
internal sealed record TraceUnitFilter
{
    [FromQuery(Name = "season")] public SeasonYear? Season { get; init; }
    [FromQuery(Name = "state")] public Choice<TraceUnitState>? State { get; init; }
    [FromQuery(Name = "formation")] public Choice<Formation>? Formation { get; init; }
    [FromQuery(Name = "region")] public RegionCode? Region { get; init; }
    [FromQuery(Name = "grower")] public string? Grower { get; init; }
    [FromQuery(Name = "processing")] public bool? Processing { get; init; }
    [FromQuery(Name = "q")] public string? Q { get; init; }
}

/// <summary>Which growers may join: of a season, a region, with q in their name.</summary>
internal sealed record CandidateFilter
{
    [FromQuery(Name = "season")] public required SeasonYear Season { get; init; }
    [FromQuery(Name = "region")] public RegionCode? Region { get; init; }
    [FromQuery(Name = "q")] public string? Q { get; init; }
}
