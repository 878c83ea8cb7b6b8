using Suyuan.Measures;
using Suyuan.Seasons;

namespace Suyuan.Growers;

/// <summary>A plot (地块) that one grower plants in one season.</summary>
[GenerateSerializer, Immutable, Alias("plot-view")]
public sealed record PlotView
{
    [Id(0)] public SeasonYear Season { get; init; }
    [Id(1)] public PlotCode Code { get; init; }
    [Id(2)] public string Name { get; init; } = "";
    [Id(3)] public Mu AreaMu { get; init; }
    [Id(4)] public string Variety { get; init; } = "";
    [Id(5)] public LandKind LandKind { get; init; }
}
