using Suyuan.Growers;
using Suyuan.Measures;

namespace Suyuan.TraceUnits;

/// <summary>A plot chosen for a unit.</summary>
[GenerateSerializer, Immutable, Alias("chosen-plot")]
public sealed record ChosenPlot
{
    [Id(0)] public PlotCode Code { get; init; }
    [Id(1)] public Mu AreaMu { get; init; }
}
