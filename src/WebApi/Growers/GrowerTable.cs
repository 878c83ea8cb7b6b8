using Suyuan.Common;

namespace Suyuan.Growers;

/// <summary>A roster as a table, one row a plot, masked; its import knows the growers again by their id.</summary>
internal static class GrowerTable
{
    public static ExportTable<(GrowerItem Grower, PlotView? Plot)> Columns { get; } = new("growers", "种植者与地块")
    {
        { GrowerColumns.Grower, row => row.Grower.Id },
        { GrowerColumns.Number, row => row.Grower.MaskedNumber },
        { GrowerColumns.Name, row => row.Grower.MaskedName },
        { GrowerColumns.Mobile, row => row.Grower.MaskedMobile },
        { GrowerColumns.Region, row => row.Grower.Region },
        { "regionName", "连队名称", row => row.Grower.RegionName },
        { GrowerColumns.Season, row => row.Plot?.Season },
        { GrowerColumns.Plot, row => row.Plot?.Code },
        { GrowerColumns.PlotName, row => row.Plot?.Name },
        { GrowerColumns.Area, row => row.Plot?.AreaMu },
        { GrowerColumns.Variety, row => row.Plot?.Variety },
        { GrowerColumns.LandKind, row => row.Plot?.LandKind },
    };

    public static IEnumerable<(GrowerItem Grower, PlotView? Plot)> Rows(Page<GrowerItem> page) =>
        page.Items.SelectMany(grower => grower.Plots.Cast<PlotView?>().DefaultIfEmpty(), (grower, plot) => (grower, plot));
}
