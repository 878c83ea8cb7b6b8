using Suyuan.Measures;
using Suyuan.Seasons;

namespace Suyuan.Growers;

/// <summary>Plot (地块) of one season as stored with its grower.</summary>
[GenerateSerializer, Immutable, Alias("plot")]
public sealed record Plot
{
    [Id(0)] public SeasonYear Season { get; init; }
    [Id(1)] public PlotCode Code { get; init; }
    [Id(2)] public string Name { get; init; } = "";
    [Id(3)] public Mu AreaMu { get; init; }
    [Id(4)] public string Variety { get; init; } = "";
    [Id(5)] public LandKind LandKind { get; init; }

    internal (SeasonYear Season, PlotCode Code) Key => (Season, Code);

    internal static Plot Of(PlotView plot) => new()
    {
        Season = plot.Season,
        Code = plot.Code,
        Name = (plot.Name ?? "").Trim(),
        AreaMu = plot.AreaMu,
        Variety = (plot.Variety ?? "").Trim(),
        LandKind = plot.LandKind,
    };

    internal PlotView ToView() => new()
    {
        Season = Season,
        Code = Code,
        Name = Name,
        AreaMu = AreaMu,
        Variety = Variety,
        LandKind = LandKind,
    };
}
