namespace Suyuan.Common;

/// <summary>A whole table in memory, for imports that check every row before they store the first.</summary>
internal sealed record TableRows(IReadOnlyList<TableRow> Rows)
{
    public const int MostRows = 100_000;

    public static Result<TableRows> Read(IFormFile file, params IReadOnlyList<TableColumn> columns)
    {
        try
        {
            using var table = TableFile.Open(file, columns);
            var rows = table.Rows().Take(MostRows + 1).ToList();
            return rows.Count > MostRows ? TableRefusals.TooLarge(MostRows) : new TableRows(rows);
        }
        catch (TableException unreadable)
        {
            return unreadable.Refusal;
        }
    }
}
