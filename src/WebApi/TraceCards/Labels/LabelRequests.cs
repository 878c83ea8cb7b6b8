using Suyuan.Common;

namespace Suyuan.TraceCards;

/// <summary>Paper that labels are printed on.</summary>
public enum LabelLayout
{
    /// <summary>A4 sheets, eight labels each in two columns.</summary>
    A4,

    /// <summary>A roll of 100 × 70 mm labels.</summary>
    Roll,
}

/// <summary>What is made of labels.</summary>
public enum LabelFormat
{
    /// <summary>A page that a browser prints.</summary>
    Html,
    Pdf,

    /// <summary>ZPL II, for label printers with a roll.</summary>
    Zpl,
}

/// <summary>How labels are wanted. Without a format the page for the browser; without a layout A4, for ZPL always the roll.</summary>
/// <param name="Dpi">Resolution of the label printer, 203 (the default) or 300; for ZPL.</param>
/// <param name="Reprint">Only what this reprint (1 is the first) asked for.</param>
/// <param name="Film">Only the labels of this film.</param>
internal sealed record LabelOptions(
    Choice<LabelLayout>? Layout, Choice<LabelFormat>? Format, PrinterResolution? Dpi, int? Reprint, int? Film)
{
    public LabelFormat Kind => Format?.Value ?? LabelFormat.Html;

    public LabelLayout Paper => Layout?.Value ?? (Kind == LabelFormat.Zpl ? LabelLayout.Roll : LabelLayout.A4);
}

/// <summary>Dots per inch that label printers have.</summary>
internal readonly record struct PrinterResolution(int Dpi) : IParsable<PrinterResolution>
{
    private const double MillimetresPerInch = 25.4;

    public static PrinterResolution Usual => new(203);

    public static PrinterResolution Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var resolution) ? resolution : throw new FormatException("Not a printer's resolution.");

    public static bool TryParse(string? s, IFormatProvider? provider, out PrinterResolution result)
    {
        result = s switch { "203" => new(203), "300" => new(300), _ => default };
        return result.Dpi > 0;
    }

    public int Dots(double millimetres) => (int)Math.Round(millimetres / MillimetresPerInch * Dpi);
}
