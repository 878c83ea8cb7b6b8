namespace Suyuan.Common;

/// <summary>A format of tables: a forward reader over its rows.</summary>
internal interface ITableSource : IDisposable
{
    int RowNumber { get; }

    /// <summary>How many rows there are, roughly: empty ones and headings included; null where only reading all would tell.</summary>
    long? Rows { get; }

    int Width { get; }

    bool Read();

    string Cell(int place);
}
