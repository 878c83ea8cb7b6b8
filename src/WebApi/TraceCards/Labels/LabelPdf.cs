using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Suyuan.TraceCards;

/// <summary>Labels as PDF, the letters in use embedded, so that it looks the same on every machine.</summary>
internal static class LabelPdf
{
    private const double A4Width = 210, A4Height = 297, MarginLeft = 5, MarginTop = 8.5, CutLine = 0.1;
    private const int Columns = 2, LabelsOfSheet = 8;
    private const string Family = "label";

    // PDFsharp keeps fonts in tables that it shares.
    private static readonly Lock OneAtATime = new();

    public static byte[] Make(LabelContent content, TrueTypeFont font, LabelLayout layout)
    {
        lock (OneAtATime)
        {
            GlobalFontSettings.FontResolver ??= new OneFont(font.Data);
            using var document = new PdfDocument { Info = { Title = $"{content.Title} {content.Number}" }, Language = "zh-CN" };
            var labels = content.Run.Films.SelectMany(film => Enumerable.Repeat(content.MarkOf(film), film.Count));
            var drawing = new Drawing(content, new LabelDrawing(content, font));
            foreach (var sheet in labels.Chunk(layout == LabelLayout.A4 ? LabelsOfSheet : 1)) Add(document, layout, sheet, drawing);
            using var file = new MemoryStream();
            document.Save(file);
            return file.ToArray();
        }
    }

    private static void Add(PdfDocument document, LabelLayout layout, string[] marks, Drawing drawing)
    {
        var sheet = layout == LabelLayout.A4;
        var page = document.AddPage();
        page.Width = XUnit.FromMillimeter(sheet ? A4Width : LabelDrawing.Width);
        page.Height = XUnit.FromMillimeter(sheet ? A4Height : LabelDrawing.Height);
        using var canvas = XGraphics.FromPdfPage(page, XGraphicsUnit.Millimeter);
        for (var label = 0; label < marks.Length; label++)
        {
            var kept = canvas.Save();
            if (sheet)
            {
                canvas.TranslateTransform(
                    MarginLeft + label % Columns * LabelDrawing.Width, MarginTop + label / Columns * LabelDrawing.Height);
                canvas.DrawRectangle(
                    new XPen(XColors.Gray, CutLine) { DashStyle = XDashStyle.Dash }, 0, 0, LabelDrawing.Width, LabelDrawing.Height);
            }

            drawing.Draw(canvas, marks[label]);
            canvas.Restore(kept);
        }
    }

    private sealed class Drawing(LabelContent content, LabelDrawing places)
    {
        private readonly List<LabelText> texts = [.. places.Texts()];
        private readonly XGraphicsPath qr = Qr(content.Qr());

        public void Draw(XGraphics canvas, string mark)
        {
            foreach (var text in texts) Write(canvas, text.Text, text.Size, text.Left, text.Baseline, XStringFormats.BaseLineLeft);
            Write(canvas, mark, LabelDrawing.MarkSize, LabelDrawing.MarkRight, LabelDrawing.MarkBaseline, XStringFormats.BaseLineRight);
            canvas.DrawPath(XBrushes.Black, qr);
            Write(canvas, content.Number, LabelDrawing.NumberSize, LabelDrawing.NumberLeft, LabelDrawing.NumberBaseline,
                XStringFormats.BaseLineLeft);
        }

        private static void Write(XGraphics canvas, string text, double size, double x, double y, XStringFormat format) =>
            canvas.DrawString(text, new XFont(Family, size), XBrushes.Black, x, y, format);

        /// <summary>One path, a bar for each run of black modules: fewer seams than single squares.</summary>
        private static XGraphicsPath Qr(IReadOnlyList<IReadOnlyList<bool>> modules)
        {
            var (path, side) = (new XGraphicsPath { FillMode = XFillMode.Winding }, LabelDrawing.QrSide / modules.Count);
            for (var row = 0; row < modules.Count; row++)
            {
                for (var first = 0; first < modules.Count; first++)
                {
                    if (!modules[row][first]) continue;
                    var end = first;
                    while (end < modules.Count && modules[row][end]) end++;
                    path.AddRectangle(
                        LabelDrawing.QrLeft + first * side, LabelDrawing.QrTop + row * side, (end - first) * side, side);
                    first = end;
                }
            }

            return path;
        }
    }

    private sealed class OneFont(byte[] font) : IFontResolver
    {
        public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) => new(Family);

        public byte[] GetFont(string faceName) => font;
    }
}
