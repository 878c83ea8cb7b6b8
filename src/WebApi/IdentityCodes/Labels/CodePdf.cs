using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Suyuan.IdentityCodes;

/// <summary>
/// Labels as A4 sheets that leave page by page. A PDF is objects and, at its end, a table of where they lie, so of a page that has left
/// only its place is kept; the library that draws trace cards would keep all of every page. Digits are in a font that every reader has.
/// </summary>
internal sealed class CodePdf(Stream to)
{
    private const int Columns = 5, Rows = 8, LabelsOfSheet = Columns * Rows;
    private const double PointsOfMillimetre = 72 / 25.4, PageWidth = 595.28, PageHeight = 841.89;
    private const double CellWidth = 40, CellHeight = 35, Left = 5, Top = 8.5, QrSide = 28, TextBelow = 2.2;
    private const int CatalogueNumber = 1, PagesNumber = 2, FontNumber = 3;

    // Digits of Helvetica are 556 thousandths of the font's size wide.
    private const double FontSize = 7, DigitWidth = 0.556;

    private readonly List<long> places = [0, 0, 0];
    private readonly List<int> pages = [];
    private long written;

    public async Task Write(IEnumerable<CodeLabel> labels, string title, CancellationToken cancelled)
    {
        await Send("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", cancelled);
        foreach (var sheet in labels.Chunk(LabelsOfSheet)) await Page(Sheet(sheet), cancelled);

        var kids = string.Join(' ', pages.Select(page => $"{page} 0 R"));
        await Object(FontNumber, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>", cancelled);
        await Object(PagesNumber, $"<</Type/Pages/Count {pages.Count}/Kids[{kids}]>>", cancelled);
        await Object(CatalogueNumber, $"<</Type/Catalog/Pages {PagesNumber} 0 R/ViewerPreferences<</PrintScaling/None>>>>", cancelled);
        await Table(title, cancelled);
    }

    private async Task Page(byte[] content, CancellationToken cancelled)
    {
        var (page, drawing) = (places.Count + 1, places.Count + 2);
        places.AddRange([0, 0]);
        pages.Add(page);
        await Object(page, string.Create(CultureInfo.InvariantCulture, $"""
            <</Type/Page/Parent {PagesNumber} 0 R/MediaBox[0 0 {PageWidth} {PageHeight}]/Contents {drawing} 0 R
            /Resources<</Font<</F {FontNumber} 0 R>>>>>>
            """), cancelled);
        places[drawing - 1] = written;
        await Send($"{drawing} 0 obj\n<</Filter/FlateDecode/Length {content.Length}>>\nstream\n", cancelled);
        await Send(content, cancelled);
        await Send("\nendstream\nendobj\n", cancelled);
    }

    /// <summary>One sheet, packed. Each QR code is a mask of a bit a module, which printers keep sharp at any size.</summary>
    private static byte[] Sheet(CodeLabel[] labels)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var place = 0; place < labels.Length; place++)
            {
                var left = Left + place % Columns * CellWidth + (CellWidth - QrSide) / 2;
                var bottom = PageHeight / PointsOfMillimetre - Top - place / Columns * CellHeight - QrSide;
                zlib.Write(Encoding.ASCII.GetBytes(Label(labels[place], left, bottom)));
            }
        }

        return packed.ToArray();
    }

    private static string Label(CodeLabel label, double left, double bottom)
    {
        var rows = BitRows.Of(label.Qr());
        var (side, x, y) = (QrSide * PointsOfMillimetre, left * PointsOfMillimetre, bottom * PointsOfMillimetre);
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            q {side:0.###} 0 0 {side:0.###} {x:0.###} {y:0.###} cm
            BI /W {rows.Width} /H {rows.Height} /BPC 1 /IM true /D [1 0] /F /AHx ID
            """)).Append('\n');
        for (var row = 0; row < rows.Height; row++) text.Append(Convert.ToHexString(rows.Row(row)));
        var (code, size) = (label.Code.Value, Math.Min(FontSize, side / (label.Code.Length * DigitWidth)));
        var textLeft = x + (side - code.Length * DigitWidth * size) / 2;
        return text.Append(CultureInfo.InvariantCulture, $"""
            >
            EI Q
            BT /F {size:0.###} Tf {textLeft:0.###} {y - TextBelow * PointsOfMillimetre:0.###} Td ({code}) Tj ET

            """).ToString();
    }

    private async Task Object(int number, string content, CancellationToken cancelled)
    {
        places[number - 1] = written;
        await Send($"{number} 0 obj\n{content}\nendobj\n", cancelled);
    }

    private async Task Table(string title, CancellationToken cancelled)
    {
        var start = written;
        var lines = string.Concat(places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n")));
        await Send($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{lines}", cancelled);
        var id = Convert.ToHexString(Encoding.ASCII.GetBytes(title));
        await Send(
            $"trailer\n<</Size {places.Count + 1}/Root {CatalogueNumber} 0 R/ID[<{id}><{id}>]>>\nstartxref\n{start}\n%%EOF\n", cancelled);
    }

    private Task Send(string text, CancellationToken cancelled) => Send(Encoding.Latin1.GetBytes(text), cancelled);

    private async Task Send(byte[] bytes, CancellationToken cancelled)
    {
        await to.WriteAsync(bytes, cancelled);
        written += bytes.Length;
    }
}
