using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.TraceUnits;

/// <summary>Trace unit (追溯单元): growers with their plots, approved as one.</summary>
[GenerateSerializer, Immutable, Alias("trace-unit-view")]
public sealed record TraceUnitView : IRevisioned
{
    [Id(0)] public string Id { get; init; } = "";
    [Id(1)] public SeasonYear Season { get; init; }
    [Id(2)] public string Name { get; init; } = "";
    [Id(3)] public Formation Formation { get; init; }
    [Id(4)] public TraceUnitState State { get; init; }

    /// <summary>Ginning has begun: nothing about the unit can change.</summary>
    [Id(5)] public bool Processing { get; init; }

    /// <summary>Home region (归属地区).</summary>
    [Id(6)] public RegionCode Region { get; init; }

    /// <summary>The account that formed it.</summary>
    [Id(7)] public string Organizer { get; init; } = "";
    [Id(8)] public Mu AreaMu { get; init; }
    [Id(9)] public ImmutableArray<TraceUnitMemberView> Members { get; init; } = [];
    [Id(10)] public LegalPersonView? LegalPerson { get; init; }

    /// <summary>Why it was rejected.</summary>
    [Id(11)] public string? Reason { get; init; }
    [Id(12)] public int Revision { get; init; }
}
