using System.Globalization;
using System.Text;

namespace Suyuan.TraceCards;

/// <summary>
/// Labels as ZPL II for a roll of 100 × 70 mm. An ordinary label printer has no Chinese font: Chinese goes out as dots (^GFA), drawn from
/// our own font; the QR code, the number and n/m are written by the printer, so that they are as sharp as it can.
/// </summary>
internal static class LabelZpl
{
    private const int LargestMagnification = 10;
    private const double MarkWidth = 18;

    public static byte[] Make(LabelContent content, TrueTypeFont font, PrinterResolution resolution)
    {
        var (dots, qr) = (Dots(content, font, resolution), Qr(content, resolution));
        var text = new StringBuilder();
        foreach (var film in content.Run.Films)
        {
            text.Append("^XA^CI28\n")
                .Append(CultureInfo.InvariantCulture, $"^PW{resolution.Dots(LabelDrawing.Width)}")
                .Append(CultureInfo.InvariantCulture, $"^LL{resolution.Dots(LabelDrawing.Height)}^LH0,0\n")
                .Append(dots).Append(qr)
                .Append(Line(resolution, LabelDrawing.MarkRight - MarkWidth, LabelDrawing.MarkBaseline, LabelDrawing.MarkSize,
                    string.Create(CultureInfo.InvariantCulture, $"^FB{resolution.Dots(MarkWidth)},1,0,R"), content.MarkOf(film)))
                .Append(Line(resolution, LabelDrawing.NumberLeft, LabelDrawing.NumberBaseline, LabelDrawing.NumberSize, "", content.Number))
                .Append(CultureInfo.InvariantCulture, $"^PQ{film.Count}\n^XZ\n");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static string Dots(LabelContent content, TrueTypeFont font, PrinterResolution resolution)
    {
        var matrix = new DotMatrix(resolution.Dots(LabelDrawing.Width), resolution.Dots(LabelDrawing.Height));
        var dotsOfMillimetre = resolution.Dots(LabelDrawing.Width) / LabelDrawing.Width;
        foreach (var text in new LabelDrawing(content, font).Texts())
            matrix.Write(font, text.Text, text.Left * dotsOfMillimetre, text.Baseline * dotsOfMillimetre, text.Size * dotsOfMillimetre);
        return $"^FO0,0{ZplGraphic.Of(matrix)}^FS\n";
    }

    /// <summary>As large as fits; the printer adds no quiet zone, so the place of ours stays white.</summary>
    private static string Qr(LabelContent content, PrinterResolution resolution)
    {
        const int quiet = 4;
        var modules = content.Qr().Count;
        var magnification = Math.Clamp(resolution.Dots(LabelDrawing.QrSide) / modules, 1, LargestMagnification);
        var x = resolution.Dots(LabelDrawing.QrLeft) + quiet * magnification;
        var y = resolution.Dots(LabelDrawing.QrTop) + quiet * magnification;
        return string.Create(CultureInfo.InvariantCulture, $"^FO{x},{y}^BQN,2,{magnification}^FDMA,{content.Url}^FS\n");
    }

    /// <summary>A line in the printer's own scalable font. ^FT places by the baseline.</summary>
    private static string Line(PrinterResolution resolution, double left, double baseline, double size, string block, string text) =>
        string.Create(CultureInfo.InvariantCulture,
            $"^FT{resolution.Dots(left)},{resolution.Dots(baseline)}^A0N,{resolution.Dots(size)}{block}^FD{text}^FS\n");
}
