using System.Collections.Immutable;
using Suyuan.Growers;
using Suyuan.Measures;

namespace Suyuan.TraceUnits;

/// <summary>Member (团员): a grower and the plots chosen.</summary>
[GenerateSerializer, Immutable, Alias("trace-unit-member-view")]
public sealed record TraceUnitMemberView
{
    [Id(0)] public string Grower { get; init; } = "";
    [Id(1)] public string MaskedName { get; init; } = "";
    [Id(2)] public ImmutableArray<PlotCode> Plots { get; init; } = [];
    [Id(3)] public Mu AreaMu { get; init; }
}
