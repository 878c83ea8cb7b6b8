using System.Text;
using CsvHelper;

namespace Suyuan.Common;

internal sealed class CsvSource : ITableSource
{
    private const int LongestRow = 256 * 1024;

    private readonly CsvReader reader;

    public CsvSource(Stream content)
    {
        var (encoding, lines) = Examine(content);
        Rows = lines;
        reader = CsvReader.Create(content, new CsvReaderOptions
        {
            HasHeader = false,
            Encoding = encoding,
            MaxRecordSize = LongestRow,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
    }

    public long? Rows { get; }

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
    private static (Encoding? Encoding, long? Lines) Examine(Stream content)
    {
        var utf16 = StartsAsUtf16(content);
        content.Position = 0;
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[16 * 1024];
        var (isUtf8, lines, last) = (!utf16, 0L, (byte)'\n');
        for (int read; (read = content.Read(bytes)) > 0; last = bytes[read - 1])
        {
            isUtf8 = isUtf8 && Decodes(decoder, bytes.AsSpan(0, read), flush: false);
            lines += bytes.AsSpan(0, read).Count((byte)'\n');
        }

        content.Position = 0;
        if (utf16) return (null, null);
        isUtf8 = isUtf8 && Decodes(decoder, [], flush: true);
        return (isUtf8 ? null : Encoding.GetEncoding("GB18030"), last == (byte)'\n' ? lines : lines + 1);
    }

    private static bool Decodes(Decoder decoder, ReadOnlySpan<byte> bytes, bool flush)
    {
        try
        {
            Span<char> characters = stackalloc char[1024];
            for (var done = false; !done;)
            {
                decoder.Convert(bytes, characters, flush, out var used, out _, out done);
                bytes = bytes[used..];
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool StartsAsUtf16(Stream content)
    {
        content.Position = 0;
        return (content.ReadByte(), content.ReadByte()) is (0xFF, 0xFE) or (0xFE, 0xFF);
    }
}
