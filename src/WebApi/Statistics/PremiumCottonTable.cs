using System.Collections.Immutable;
using System.Globalization;
using Suyuan.Common;

namespace Suyuan.Statistics;

/// <summary>What a row of an exported report counts.</summary>
internal enum ReportLevel
{
    Total,
    Region,
    Unit,
    Grower,
    Line,
    CardState,
}

/// <summary>A row of an exported report: one of its parts, with the figures that all parts have.</summary>
internal sealed record ReportRow(ReportLevel Level, string? Key, string? Name, Figures Figures, decimal? AllottedKg = null);

/// <summary>A report as a table: its total first, then part by part.</summary>
internal static class PremiumCottonTable
{
    public static ExportTable<ReportRow> Columns { get; } = new("premium-cotton", "优质棉统计")
    {
        { "level", "统计对象", row => row.Level },
        { "key", "编号", row => row.Key },
        { "name", "名称", row => row.Name },
        { "tickets", "磅单数", row => row.Figures.Tickets },
        { "netKg", "籽棉净重(kg)", row => row.Figures.NetKg },
        { "cards", "追溯卡数", row => row.Figures.Cards },
        { "bales", "棉包数", row => row.Figures.Bales },
        { "traced", "已追溯包数", row => row.Figures.Traced },
        { "delayed", "延迟包数", row => row.Figures.Delayed },
        { "untraced", "未追溯包数", row => row.Figures.Untraced },
        { "inspected", "已检包数", row => row.Figures.Inspected },
        { "pending", "待检包数", row => row.Figures.Pending },
        { "premium", "优质棉包数", row => row.Figures.Premium },
        { "ordinary", "普通棉包数", row => row.Figures.Ordinary },
        { "conditionedKg", "公定重量(kg)", row => row.Figures.ConditionedKg },
        { "premiumKg", "优质棉公定重量(kg)", row => row.Figures.PremiumKg },
        { "allottedKg", "分摊优质棉(kg)", row => row.AllottedKg },
    };

    public static IEnumerable<ReportRow> Rows(PremiumCottonReport report)
    {
        var whose = report.Unit ?? report.Grower ?? report.Gin?.Value ?? report.Region?.Value;
        yield return new(ReportLevel.Total, whose, null, report.Totals, report.AllottedKg);
        foreach (var region in report.Regions ?? []) yield return new(ReportLevel.Region, region.Region.Value, null, region.Figures);
        foreach (var row in (report.Units ?? []).SelectMany(Rows)) yield return row;
        foreach (var share in report.Shares ?? []) yield return Of(share);
        foreach (var line in report.Use?.Lines ?? [])
            yield return new(ReportLevel.Line, line.Line.ToString(CultureInfo.InvariantCulture), null, line.Figures);
        foreach (var (state, count) in report.Use?.Cards ?? ImmutableSortedDictionary<string, long>.Empty)
            yield return new(ReportLevel.CardState, state, null, new() { Cards = count });
    }

    public static IEnumerable<ReportRow> Rows(UnitFigures unit)
    {
        yield return new(ReportLevel.Unit, unit.Unit, unit.Name, unit.Figures);
        if (unit.Share is { } share) yield return Of(share);
    }

    private static ReportRow Of(GrowerShare share) =>
        new(ReportLevel.Grower, share.Grower, share.MaskedName, share.Figures, share.AllottedKg);
}
