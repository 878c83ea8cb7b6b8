namespace Suyuan.Common;

/// <summary>
/// A format that tables are exported in: a forward writer of rows. A cell is text, a number (decimal, int, long), a day (DateOnly), a
/// moment in China time (DateTime) or null. Disposing it ends the table.
/// </summary>
internal interface ITableSink : IAsyncDisposable
{
    Task Write(IReadOnlyList<object?> cells);
}
