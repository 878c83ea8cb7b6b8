using System.Globalization;
using System.IO.Compression;
using System.IO.Pipelines;
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

    // The zip writes synchronously, which a response forbids: it goes into a pipe that is emptied between rows.
    private readonly Pipe pipe = new(new(pauseWriterThreshold: 0));
    private readonly Stream to;
    private readonly IReadOnlyList<string> headings;
    private readonly int rowsOfSheet;
    private readonly CancellationToken cancelled;
    private readonly ZipArchive archive;
    private readonly MemoryStream buffer = new();
    private Stream entry = Stream.Null;
    private XmlWriter xml = null!;
    private int sheets;
    private int rows;

    private XlsxSink(Stream to, IReadOnlyList<string> headings, int rowsOfSheet, CancellationToken cancelled)
    {
        (this.to, this.headings, this.rowsOfSheet, this.cancelled) = (to, headings, rowsOfSheet, cancelled);
        archive = new(pipe.Writer.AsStream(), ZipArchiveMode.Create);
    }

    public static async Task<ITableSink> Open(
        Stream to, IReadOnlyList<string> headings, CancellationToken cancelled, int rowsOfSheet = MostRows)
    {
        var sink = new XlsxSink(to, headings, rowsOfSheet, cancelled);
        sink.Part("[Content_Types].xml", XlsxParts.ContentTypes);
        await sink.BeginSheet();
        return sink;
    }

    public async Task Write(IReadOnlyList<object?> cells)
    {
        if (rows == rowsOfSheet)
        {
            EndSheet();
            await BeginSheet();
        }

        rows++;
        xml.WriteStartElement("row", XlsxParts.Main);
        foreach (var cell in cells) Cell(cell);
        xml.WriteEndElement();
        if (buffer.Length < BufferBytes) return;
        Pack();
        await Send();
    }

    public async ValueTask DisposeAsync()
    {
        EndSheet();
        Part("_rels/.rels", XlsxParts.PackageLinks);
        Part("xl/workbook.xml", XlsxParts.Workbook(sheets));
        Part("xl/_rels/workbook.xml.rels", XlsxParts.WorkbookLinks(sheets));
        Part("xl/styles.xml", XlsxParts.Styles);
        archive.Dispose();
        await Send();
    }

    private Task BeginSheet()
    {
        (sheets, rows) = (sheets + 1, 0);
        entry = Entry(XlsxParts.SheetPath(sheets));
        xml = XmlWriter.Create(buffer, Xml);
        xml.WriteStartElement("worksheet", XlsxParts.Main);
        xml.WriteStartElement("sheetData", XlsxParts.Main);
        return Write(headings);
    }

    private void EndSheet()
    {
        xml.WriteEndDocument();
        Pack();
        xml.Dispose();
        entry.Dispose();
    }

    private void Pack()
    {
        xml.Flush();
        entry.Write(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        buffer.SetLength(0);
    }

    private async Task Send()
    {
        if (!pipe.Reader.TryRead(out var read)) return;
        foreach (var part in read.Buffer) await to.WriteAsync(part, cancelled);
        pipe.Reader.AdvanceTo(read.Buffer.End);
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

    private void Part(string path, string content)
    {
        using var part = Entry(path);
        part.Write(Encoding.UTF8.GetBytes(content));
    }

    private Stream Entry(string path) => archive.CreateEntry(path, CompressionLevel.Fastest).Open();
}
