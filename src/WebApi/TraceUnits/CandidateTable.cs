using Suyuan.Common;
using Suyuan.Growers;

namespace Suyuan.TraceUnits;

/// <summary>Growers who may join a unit as a table, one row a plot.</summary>
internal static class CandidateTable
{
    public static ExportTable<(Candidate Grower, CandidatePlot Plot)> Columns { get; } = new("candidates", "可选成员与地块")
    {
        { GrowerColumns.Grower, row => row.Grower.Grower },
        { GrowerColumns.Name, row => row.Grower.MaskedName },
        { "maskedNumber", "身份证号或信用代码", row => row.Grower.MaskedNumber },
        { GrowerColumns.Region, row => row.Grower.Region },
        { GrowerColumns.Plot, row => row.Plot.Code },
        { GrowerColumns.PlotName, row => row.Plot.Name },
        { GrowerColumns.Area, row => row.Plot.AreaMu },
        { GrowerColumns.Variety, row => row.Plot.Variety },
        { GrowerColumns.LandKind, row => row.Plot.LandKind },
        { "takenBy", "已加入单元", row => row.Plot.TakenBy },
    };

    public static IEnumerable<(Candidate Grower, CandidatePlot Plot)> Rows(Page<Candidate> page) =>
        page.Items.SelectMany(grower => grower.Plots, (grower, plot) => (grower, plot));
}
