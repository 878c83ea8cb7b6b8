using System.Text;
using CsvHelper;

namespace Suyuan.Common;

internal sealed class CsvSource : ITableSource
{
    private const int LongestRow = 256 * 1024;

    private readonly CsvReader reader;

    public CsvSource(Stream content) => reader = CsvReader.Create(content, new CsvReaderOptions
    {
        HasHeader = false,
        Encoding = EncodingOf(content),
        MaxRecordSize = LongestRow,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
        MalformedData = CsvMalformedDataHandling.Throw,
    });

    public int RowNumber => (int)reader.LineNumber;

    public int Width => reader.FieldCount;

    public bool Read()
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException unreadable)
        {
            throw new TableException(TableRefusals.Unreadable, unreadable);
        }
    }

    public string Cell(int place) => reader.GetString(place);

    public void Dispose() => reader.Dispose();

    // The whole file is tried as UTF-8: its first Chinese character may stand anywhere.
    // A mark of UTF-16 is the reader's to see, so UTF-8 is left unsaid.
    private static Encoding? EncodingOf(Stream content)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[16 * 1024];
        var characters = new char[bytes.Length + 1];
        try
        {
            int read;
            while ((read = content.Read(bytes)) > 0) decoder.GetChars(bytes.AsSpan(0, read), characters, flush: false);
            decoder.GetChars([], characters, flush: true);
            return null;
        }
        catch (DecoderFallbackException)
        {
            return content is { Length: >= 2 } && StartsAsUtf16(content) ? null : Encoding.GetEncoding("GB18030");
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static bool StartsAsUtf16(Stream content)
    {
        content.Position = 0;
        return (content.ReadByte(), content.ReadByte()) is (0xFF, 0xFE) or (0xFE, 0xFF);
    }
}
