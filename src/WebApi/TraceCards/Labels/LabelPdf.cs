using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Suyuan.TraceCards;

/// <summary>Labels as PDF, the letters in use embedded, so that it looks the same on every machine.</summary>
internal static class LabelPdf
{
    private const double A4Width = 210, A4Height = 297, MarginLeft = 5, MarginTop = 8.5, CutLine = 0.1;
    private const int Columns = 2, LabelsOfSheet = 8;

    public static byte[] Make(LabelContent content, TrueTypeFont font, LabelLayout layout) =>
        PdfFile.Make($"{content.Title} {content.Number}", font, document =>
        {
            var labels = content.Run.Films.SelectMany(film => Enumerable.Repeat(content.MarkOf(film), film.Count));
            var drawing = new Drawing(content, new LabelDrawing(content, font));
            foreach (var sheet in labels.Chunk(layout == LabelLayout.A4 ? LabelsOfSheet : 1)) Add(document, layout, sheet, drawing);
        });

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
        private readonly XGraphicsPath qr =
            PdfFile.Qr(content.Qr(), LabelDrawing.QrLeft, LabelDrawing.QrTop, LabelDrawing.QrSide);

        public void Draw(XGraphics canvas, string mark)
        {
            foreach (var text in texts) PdfFile.Write(canvas, text.Text, text.Size, text.Left, text.Baseline, XStringFormats.BaseLineLeft);
            PdfFile.Write(canvas, mark, LabelDrawing.MarkSize, LabelDrawing.MarkRight, LabelDrawing.MarkBaseline,
                XStringFormats.BaseLineRight);
            canvas.DrawPath(XBrushes.Black, qr);
            PdfFile.Write(canvas, content.Number, LabelDrawing.NumberSize, LabelDrawing.NumberLeft, LabelDrawing.NumberBaseline,
                XStringFormats.BaseLineLeft);
        }
    }
}
