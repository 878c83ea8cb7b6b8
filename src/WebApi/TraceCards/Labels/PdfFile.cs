using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Suyuan.TraceCards;

/// <summary>PDF with the letters in use embedded, so that it looks the same on every machine.</summary>
internal static class PdfFile
{
    private const string Family = "label";

    // PDFsharp keeps fonts in tables that it shares.
    private static readonly Lock OneAtATime = new();

    public static byte[] Make(string title, TrueTypeFont font, Action<PdfDocument> fill)
    {
        lock (OneAtATime)
        {
            GlobalFontSettings.FontResolver ??= new OneFont(font.Data);
            using var document = new PdfDocument { Info = { Title = title }, Language = "zh-CN" };
            fill(document);
            using var file = new MemoryStream();
            document.Save(file);
            return file.ToArray();
        }
    }

    public static void Write(XGraphics canvas, string text, double size, double x, double y, XStringFormat format) =>
        canvas.DrawString(text, new XFont(Family, size), XBrushes.Black, x, y, format);

    /// <summary>One path, a bar for each run of black modules: fewer seams than single squares.</summary>
    public static XGraphicsPath Qr(IReadOnlyList<IReadOnlyList<bool>> modules, double left, double top, double width)
    {
        var (path, side) = (new XGraphicsPath { FillMode = XFillMode.Winding }, width / modules.Count);
        for (var row = 0; row < modules.Count; row++)
        {
            for (var first = 0; first < modules.Count; first++)
            {
                if (!modules[row][first]) continue;
                var end = first;
                while (end < modules.Count && modules[row][end]) end++;
                path.AddRectangle(left + first * side, top + row * side, (end - first) * side, side);
                first = end;
            }
        }

        return path;
    }

    private sealed class OneFont(byte[] font) : IFontResolver
    {
        public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) => new(Family);

        public byte[] GetFont(string faceName) => font;
    }
}
