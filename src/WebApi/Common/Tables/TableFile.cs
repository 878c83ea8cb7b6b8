namespace Suyuan.Common;

/// <summary>
/// An uploaded .csv (UTF-8 or GB18030) or .xlsx, read row by row. The first row holds the headings; empty rows are passed over.
/// </summary>
internal sealed class TableFile : IDisposable
{
    public const int MostRows = 1_000_000;
    public const int LongestCell = 4_000;

    private readonly ITableSource source;
    private readonly Dictionary<string, int> places;

    private TableFile(ITableSource source, Dictionary<string, int> places) => (this.source, this.places) = (source, places);

    /// <summary>Rows to come, roughly; null where only reading them would tell.</summary>
    public long? Total => source.Rows - 1;

    /// <exception cref="TableException">The file is no table, or lacks a column.</exception>
    public static TableFile Open(IFormFile file, params IReadOnlyList<TableColumn> columns) =>
        Open(file.FileName, file.OpenReadStream, columns);

    /// <exception cref="TableException">The file is no table, or lacks a column.</exception>
    public static TableFile Open(string fileName, Func<Stream> open, params IReadOnlyList<TableColumn> columns)
    {
        var source = Source(fileName, open);
        try
        {
            if (!source.Read()) throw new TableException(TableRefusals.Empty);
            return new(source, Places(source, columns));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <exception cref="TableException">The file cannot be read on, or is too long.</exception>
    public IEnumerable<TableRow> Rows()
    {
        var count = 0;
        while (source.Read())
        {
            var cells = places.ToDictionary(place => place.Key, place => Cell(source, place.Value), StringComparer.Ordinal);
            if (cells.Values.All(cell => cell.Length == 0)) continue;
            if (++count > MostRows) throw new TableException(TableRefusals.TooLarge(MostRows));
            yield return new(source.RowNumber, cells);
        }
    }

    public void Dispose() => source.Dispose();

    private static ITableSource Source(string fileName, Func<Stream> open) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".CSV" => new CsvSource(open()),
        ".XLSX" => new XlsxSource(open()),
        _ => throw new TableException(TableRefusals.UnknownFormat),
    };

    private static Dictionary<string, int> Places(ITableSource source, IReadOnlyList<TableColumn> columns)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < source.Width; i++)
        {
            if (columns.FirstOrDefault(column => column.IsUnder(Cell(source, i))) is { } column) places.TryAdd(column.Name, i);
        }

        foreach (var column in columns)
        {
            if (!column.Optional && !places.ContainsKey(column.Name))
                throw new TableException(TableRefusals.MissingColumn(column.Headings.FirstOrDefault() ?? column.Name));
        }

        return places;
    }

    // A leading apostrophe is how our exports, and spreadsheets, keep a text from being taken for a formula.
    private static string Cell(ITableSource source, int place)
    {
        if (place >= source.Width) return "";
        var text = source.Cell(place).Trim().Trim('\uFEFF');
        if (text is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..]) text = text[1..];
        if (text.Length > LongestCell || Controls.Has(text)) throw new TableException(TableRefusals.Unreadable);
        return text;
    }
}
