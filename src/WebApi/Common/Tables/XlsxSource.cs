using System.Globalization;
using System.IO.Compression;
using ExcelDataReader;

namespace Suyuan.Common;

internal sealed class XlsxSource : ITableSource
{
    private const long LargestUnpacked = 256 * Uploads.MiB;
    private const int MostEntries = 1_000;
    private const int MostColumns = 200;

    private readonly IExcelDataReader reader;

    public XlsxSource(Stream content)
    {
        RefuseBomb(content);
        reader = Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(content));
    }

    public int RowNumber { get; private set; }

    public long? Rows => reader.RowCount;

    public int Width => Math.Min(reader.FieldCount, MostColumns);

    public bool Read()
    {
        if (!Guarded(reader.Read)) return false;
        RowNumber++;
        return true;
    }

    public string Cell(int place) => reader.GetValue(place) switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        // Spreadsheets keep numbers as binary floating point; fifteen digits are what they show.
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    public void Dispose() => reader.Dispose();

    private static void RefuseBomb(Stream content) => Guarded(() =>
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostEntries || archive.Entries.Sum(entry => entry.Length) > LargestUnpacked)
            throw new TableException(TableRefusals.TooLarge(TableFile.MostRows));
        content.Position = 0;
        return true;
    });

    // The reader throws whatever its parts throw on a file that is none; none of it is our fault, all of it is the file's.
    private static T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception unreadable) when (unreadable is not (TableException or OutOfMemoryException))
        {
            throw new TableException(TableRefusals.Unreadable, unreadable);
        }
    }
}
