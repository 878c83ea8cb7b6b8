using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Suyuan.Common;

/// <summary>
/// A workbook that leaves while its rows are still being read: each sheet is one entry of the zip, another begins when the format's
/// last row is full, and the part that lists the sheets comes last. Text stays text, so that codes keep their digits and nothing is
/// taken for a formula.
/// </summary>
internal sealed class XlsxSink : ITableSink
{
    /// <summary>What one sheet can hold, headings included.</summary>
    public const int MostRows = 1_048_576;

    private const int BufferBytes = 64 * 1024;
    private static readonly XmlWriterSettings Xml = new() { Encoding = new UTF8Encoding(false), CheckCharacters = false };

    private readonly ZipArchive archive;
    private readonly IReadOnlyList<string> headings;
    private readonly int rowsOfSheet;
    private readonly CancellationToken cancelled;
    private readonly MemoryStream buffer = new();
    private Stream entry = Stream.Null;
    private XmlWriter xml = null!;
    private int sheets;
    private int rows;

    private XlsxSink(ZipArchive archive, IReadOnlyList<string> headings, int rowsOfSheet, CancellationToken cancelled) =>
        (this.archive, this.headings, this.rowsOfSheet, this.cancelled) = (archive, headings, rowsOfSheet, cancelled);

    public static async Task<ITableSink> Open(
        Stream to, IReadOnlyList<string> headings, CancellationToken cancelled, int rowsOfSheet = MostRows)
    {
        var archive = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancelled);
        var sink = new XlsxSink(archive, headings, rowsOfSheet, cancelled);
        await sink.Part("[Content_Types].xml", XlsxParts.ContentTypes);
        await sink.BeginSheet();
        return sink;
    }

    public async Task Write(IReadOnlyList<object?> cells)
    {
        if (rows == rowsOfSheet)
        {
            await EndSheet();
            await BeginSheet();
        }

        rows++;
        xml.WriteStartElement("row", XlsxParts.Main);
        foreach (var cell in cells) Cell(cell);
        xml.WriteEndElement();
        if (buffer.Length > BufferBytes) await Flush();
    }

    public async ValueTask DisposeAsync()
    {
        await EndSheet();
        await Part("_rels/.rels", XlsxParts.PackageLinks);
        await Part("xl/workbook.xml", XlsxParts.Workbook(sheets));
        await Part("xl/_rels/workbook.xml.rels", XlsxParts.WorkbookLinks(sheets));
        await Part("xl/styles.xml", XlsxParts.Styles);
        await archive.DisposeAsync();
    }

    private async Task BeginSheet()
    {
        (sheets, rows) = (sheets + 1, 0);
        entry = await Entry(XlsxParts.SheetPath(sheets));
        xml = XmlWriter.Create(buffer, Xml);
        xml.WriteStartElement("worksheet", XlsxParts.Main);
        xml.WriteStartElement("sheetData", XlsxParts.Main);
        await Write(headings);
    }

    private async Task EndSheet()
    {
        xml.WriteEndDocument();
        await Flush();
        await xml.DisposeAsync();
        await entry.DisposeAsync();
    }

    private async Task Flush()
    {
        xml.Flush();
        await entry.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancelled);
        buffer.SetLength(0);
    }

    private void Cell(object? cell)
    {
        xml.WriteStartElement("c", XlsxParts.Main);
        switch (cell)
        {
            case null: break;
            case string text: Text(text); break;
            case DateOnly day: Number(day.ToDateTime(default).ToOADate(), XlsxParts.DayStyle); break;
            case DateTime moment: Number(moment.ToOADate(), XlsxParts.MomentStyle); break;
            default: Number((IFormattable)cell); break;
        }

        xml.WriteEndElement();
    }

    private void Text(string text)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", XlsxParts.Main);
        xml.WriteStartElement("t", XlsxParts.Main);
        if (text.Length != text.AsSpan().Trim().Length) xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(text);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Number(IFormattable number, string? style = null)
    {
        if (style is not null) xml.WriteAttributeString("s", style);
        xml.WriteElementString("v", XlsxParts.Main, number.ToString(null, CultureInfo.InvariantCulture));
    }

    private async Task Part(string path, string content)
    {
        await using var part = await Entry(path);
        await part.WriteAsync(Encoding.UTF8.GetBytes(content), cancelled);
    }

    private Task<Stream> Entry(string path) => archive.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(cancelled);
}
