namespace Suyuan.Bales;

/// <summary>
/// Public inspection (公证检验) of one bale as published: every figure has one decimal, and its classes follow from the figures.
/// </summary>
[GenerateSerializer, Immutable, Alias("inspection")]
public sealed record Inspection
{
    [Id(0)] public BaleBarcode Barcode { get; init; }

    /// <summary>Batch number (批号), 11 digits.</summary>
    [Id(1)] public string? Batch { get; init; }

    [Id(2)] public DateOnly? InspectedOn { get; init; }
    [Id(3)] public ColourGrade ColourGrade { get; init; }
    [Id(4)] public decimal LengthMm { get; init; }
    [Id(5)] public decimal Micronaire { get; init; }

    /// <summary>In cN/tex.</summary>
    [Id(6)] public decimal Strength { get; init; }

    /// <summary>In percent.</summary>
    [Id(7)] public decimal Uniformity { get; init; }

    /// <summary>Ginning quality (轧工质量): P1, P2 or P3.</summary>
    [Id(8)] public string? GinningQuality { get; init; }

    [Id(9)] public ForeignFibre? ForeignFibre { get; init; }
    [Id(10)] public decimal? Rd { get; init; }
    [Id(11)] public decimal? PlusB { get; init; }

    /// <summary>Of the whole batch; the season's standard impurity stands in for it until it is known.</summary>
    [Id(12)] public decimal? ImpurityPct { get; init; }

    [Id(13)] public decimal? ShortFibrePct { get; init; }

    /// <summary>The import that brought these values.</summary>
    [Id(14)] public long Import { get; init; }

    public int LengthClass => FibreClasses.LengthOf(LengthMm);

    public string MicronaireLevel => FibreClasses.MicronaireOf(Micronaire);

    public string StrengthClass => FibreClasses.StrengthOf(Strength);

    public string UniformityClass => FibreClasses.UniformityOf(Uniformity);

    /// <summary>Quality mark (质量标识), as 3128B: colour grade, length class, micronaire grade.</summary>
    public string QualityMark => $"{ColourGrade}{LengthClass}{MicronaireLevel[0]}";
}
