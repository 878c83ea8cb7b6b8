using System.Collections.Immutable;
using Suyuan.Growers;
using Suyuan.Measures;

namespace Suyuan.TraceUnits;

/// <summary>Member (团员) as stored: the plots chosen, with their areas when they were chosen.</summary>
[GenerateSerializer, Immutable, Alias("trace-unit-member")]
public sealed record TraceUnitMember
{
    [Id(0)] public string Grower { get; init; } = "";
    [Id(1)] public string MaskedName { get; init; } = "";
    [Id(2)] public ImmutableArray<ChosenPlot> Plots { get; init; } = [];

    internal Mu Area => Plots.Aggregate(Mu.Zero, (sum, plot) => sum + plot.AreaMu);

    internal TraceUnitMemberView ToView() => new()
    {
        Grower = Grower,
        MaskedName = MaskedName,
        Plots = [.. Plots.Select(plot => plot.Code)],
        AreaMu = Area,
    };
}
