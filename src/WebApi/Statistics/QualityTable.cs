using Suyuan.Common;

namespace Suyuan.Statistics;

/// <summary>A property of fibre whose classes a report counts.</summary>
internal enum QualityProperty
{
    ColourGrade,
    Length,
    Micronaire,
    Strength,
    Uniformity,
}

/// <summary>One class of one property.</summary>
internal sealed record QualityRow(QualityProperty Property, decimal? Mean, QualityClass Class);

/// <summary>A report of quality as a table, class by class.</summary>
internal static class QualityTable
{
    public static ExportTable<QualityRow> Columns { get; } = new("quality", "质量分布")
    {
        { "property", "指标", row => row.Property },
        { "class", "级别", row => row.Class.Class },
        { "bales", "包数", row => row.Class.Bales },
        { "pct", "占比(%)", row => row.Class.Pct },
        { "mean", "平均值", row => row.Mean },
    };

    public static IEnumerable<QualityRow> Rows(QualityReport report) =>
    [
        .. Of(QualityProperty.ColourGrade, report.ColourGrade), .. Of(QualityProperty.Length, report.Length),
        .. Of(QualityProperty.Micronaire, report.Micronaire), .. Of(QualityProperty.Strength, report.Strength),
        .. Of(QualityProperty.Uniformity, report.Uniformity),
    ];

    private static IEnumerable<QualityRow> Of(QualityProperty property, QualitySpread spread) =>
        spread.Classes.Select(one => new QualityRow(property, spread.Mean, one));
}
