namespace Suyuan.Samples;

/// <summary>A grower of the roster with the plots of the season.</summary>
internal sealed record SampleGrower(string Number, string Name, string Mobile, string Company, bool Legal)
{
    public IReadOnlyList<SamplePlot> Plots { get; init; } = [];

    public decimal AreaMu => Plots.Sum(plot => plot.AreaMu);
}

internal sealed record SamplePlot(string Code, string Name, decimal AreaMu, string Variety, string LandKind);
