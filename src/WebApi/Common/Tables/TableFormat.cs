namespace Suyuan.Common;

/// <summary>What a list is exported as.</summary>
internal enum TableFormat
{
    Csv,
    Xlsx,
}

internal static class TableFormats
{
    public const string Parameter = "format";

    public static string MediaType(this TableFormat format) => format is TableFormat.Csv
        ? "text/csv; charset=utf-8"
        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static Task<ITableSink> Open(
        this TableFormat format, Stream to, IReadOnlyList<string> headings, CancellationToken cancelled) => format is TableFormat.Csv
        ? CsvSink.Open(to, headings, cancelled)
        : XlsxSink.Open(to, headings, cancelled);
}
