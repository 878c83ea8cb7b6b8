using Suyuan.Bales;
using Suyuan.GinLines;
using Suyuan.Measures;

namespace Suyuan.Interchange;

/// <summary>A bale as its press and its inspection tell it.</summary>
internal sealed record BaleFacts
{
    public BaleBarcode Barcode { get; init; }
    public GinCode Gin { get; init; }
    public int Line { get; init; }
    public Kilograms GrossKg { get; init; }
    public Kilograms TareKg { get; init; }
    public Kilograms NetKg { get; init; }
    public decimal RegainPct { get; init; }
    public decimal? ImpurityPct { get; init; }
    public Kilograms ProcessedKg { get; init; }
    public DateTimeOffset PressedAt { get; init; }
    public Inspection? Inspection { get; init; }

    /// <summary>When the file came that brought the inspection.</summary>
    public DateTimeOffset? ReportedAt { get; init; }
}
