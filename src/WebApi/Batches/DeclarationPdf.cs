using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using Suyuan.TraceCards;

namespace Suyuan.Batches;

/// <summary>A declaration of conformity as PDF, A6 across: millimetres from the upper left corner.</summary>
internal static class DeclarationPdf
{
    private const double Width = 148, Height = 105, Margin = 8, TitleSize = 7, TitleBaseline = 15, Size = 4, Leading = 6.2;
    private const double QrSide = 36, QrTop = 60, Box = 3, NameWidth = 26;

    public static byte[] Make(DeclarationContent content, TrueTypeFont font) =>
        PdfFile.Make($"{DeclarationContent.Title} {content.Batch.Number}", font, document => Draw(document, content, font));

    private static void Draw(PdfDocument document, DeclarationContent content, TrueTypeFont font)
    {
        var page = document.AddPage();
        (page.Width, page.Height) = (XUnit.FromMillimeter(Width), XUnit.FromMillimeter(Height));
        using var canvas = XGraphics.FromPdfPage(page, XGraphicsUnit.Millimeter);
        PdfFile.Write(canvas, DeclarationContent.Title, TitleSize, Width / 2, TitleBaseline, XStringFormats.BaseLineCenter);
        using (var data = content.Qr())
        {
            var modules = data.ModuleMatrix.Select(row => (IReadOnlyList<bool>)[.. row.Cast<bool>()]).ToList();
            canvas.DrawPath(XBrushes.Black, PdfFile.Qr(modules, Width - Margin - QrSide, QrTop, QrSide));
        }

        var baseline = 24.0;
        Write(canvas, DeclarationContent.Promise, Margin, baseline);
        foreach (var promise in DeclarationContent.Promises) Ticked(canvas, promise, true, Margin, baseline += Leading);
        Write(canvas, DeclarationContent.BasisTitle, Margin, baseline += Leading);
        var left = Margin + font.Width(DeclarationContent.BasisTitle) * Size;
        foreach (var (_, name, chosen) in content.Basis)
        {
            Ticked(canvas, name, chosen, left, baseline);
            left += Box + 2 + font.Width(name) * Size + 2;
        }

        baseline += 2;
        foreach (var (name, value) in content.Rows)
        {
            Write(canvas, name, Margin, baseline += Leading);
            WriteFitting(canvas, font, value, Margin + NameWidth, baseline);
        }
    }

    private static void Write(XGraphics canvas, string text, double left, double baseline, double size = Size) =>
        PdfFile.Write(canvas, text, size, left, baseline, XStringFormats.BaseLineLeft);

    /// <summary>A long value is written smaller, and at its smallest it is cut.</summary>
    private static void WriteFitting(XGraphics canvas, TrueTypeFont font, string text, double left, double baseline)
    {
        const double smallest = 2.2;
        var room = Width - Margin - QrSide - 2 - left;
        var size = Math.Clamp(room / Math.Max(font.Width(text), 0.1), smallest, Size);
        var shown = new StringBuilder();
        foreach (var letter in text.EnumerateRunes())
        {
            if (font.Width(shown.ToString() + letter) * size > room) break;
            shown.Append(letter.ToString());
        }

        Write(canvas, shown.ToString(), left, baseline, size);
    }

    private static void Ticked(XGraphics canvas, string text, bool ticked, double left, double baseline)
    {
        var (pen, top) = (new XPen(XColors.Black, 0.3), baseline - Box);
        canvas.DrawRectangle(pen, left, top, Box, Box);
        if (ticked) canvas.DrawLines(pen, [new(left + 0.6, top + 1.6), new(left + 1.3, top + 2.4), new(left + 2.5, top + 0.6)]);
        Write(canvas, text, left + Box + 1.5, baseline);
    }
}
