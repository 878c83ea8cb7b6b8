namespace Suyuan.Common;

/// <summary>A format of tables: a forward reader over its rows.</summary>
internal interface ITableSource : IDisposable
{
    int RowNumber { get; }

    int Width { get; }

    bool Read();

    string Cell(int place);
}
