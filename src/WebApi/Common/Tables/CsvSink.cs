using CsvHelper;

namespace Suyuan.Common;

/// <summary>UTF-8 with the mark that Excel looks for; text that a spreadsheet would run as a formula gets an apostrophe in front.</summary>
internal sealed class CsvSink : ITableSink
{
    public const string DayFormat = "yyyy-MM-dd";
    public const string MomentFormat = "yyyy-MM-dd HH:mm:ss";
    private const string NumberFormat = "0.############################";

    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    private readonly CsvWriter writer;
    private readonly CancellationToken cancelled;

    private CsvSink(Stream to, CancellationToken cancelled) =>
        (writer, this.cancelled) = (CsvWriter.Create(to, Options, leaveOpen: true), cancelled);

    public static async Task<ITableSink> Open(Stream to, IReadOnlyList<string> headings, CancellationToken cancelled)
    {
        var sink = new CsvSink(to, cancelled);
        await sink.Write(headings);
        return sink;
    }

    public Task Write(IReadOnlyList<object?> cells)
    {
        foreach (var cell in cells)
        {
            switch (cell)
            {
                case decimal number: writer.WriteField(number, NumberFormat); break;
                case int number: writer.WriteField(number, default); break;
                case long number: writer.WriteField(number, default); break;
                case DateOnly day: writer.WriteField(day, DayFormat); break;
                case DateTime moment: writer.WriteField(moment, MomentFormat); break;
                default: writer.WriteField((string?)cell); break;
            }
        }

        return writer.EndRecordAsync(cancelled).AsTask();
    }

    public async ValueTask DisposeAsync()
    {
        await writer.FlushAsync(cancelled);
        await writer.DisposeAsync();
    }
}
