using System.Collections.Immutable;
using Suyuan.GinLines;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.Statistics;

/// <summary>How the quality of inspected, traced bales is spread (质量分布), for a unit, a grower, a gin or a region in one season.</summary>
public sealed record QualityReport
{
    public SeasonYear Season { get; init; }
    public string? Unit { get; init; }
    public string? Grower { get; init; }
    public GinCode? Gin { get; init; }
    public RegionCode? Region { get; init; }
    public long Inspected { get; init; }

    /// <summary>Colour grade (颜色级).</summary>
    public QualitySpread ColourGrade { get; init; } = QualitySpread.None;

    /// <summary>Length class (长度级).</summary>
    public QualitySpread Length { get; init; } = QualitySpread.None;

    /// <summary>Micronaire level (马克隆值级).</summary>
    public QualitySpread Micronaire { get; init; } = QualitySpread.None;

    /// <summary>Strength class (断裂比强度档).</summary>
    public QualitySpread Strength { get; init; } = QualitySpread.None;

    /// <summary>Uniformity class (长度整齐度档).</summary>
    public QualitySpread Uniformity { get; init; } = QualitySpread.None;
}

/// <summary>One property: the mean of its figures, to 0.01, and how many bales stand in each class.</summary>
public sealed record QualitySpread(decimal? Mean, ImmutableArray<QualityClass> Classes)
{
    public static QualitySpread None { get; } = new(null, []);
}

/// <summary>Bales of one class and their part of all inspected ones, in percent to 0.01.</summary>
public sealed record QualityClass(string Class, long Bales, decimal Pct);
