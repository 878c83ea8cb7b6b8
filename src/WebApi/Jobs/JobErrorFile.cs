using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Common;

namespace Suyuan.Jobs;

/// <summary>All row errors of a job as .csv, written as they are read.</summary>
internal static class JobErrorFile
{
    private static readonly string[] Chinese = ["行", "列", "代码", "说明"];
    private static readonly string[] English = ["row", "column", "code", "message"];

    // A spreadsheet takes a .csv without the mark for something older than UTF-8, and a cell that begins like a formula for one.
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public static PushStreamHttpResult Of(
        Guid job, IAsyncEnumerable<JobErrorItem> errors, Language language, CancellationToken cancelled) =>
        TypedResults.Stream(content => Write(content, errors, language, cancelled), "text/csv; charset=utf-8", $"errors-{job}.csv");

    private static async Task Write(
        Stream content, IAsyncEnumerable<JobErrorItem> errors, Language language, CancellationToken cancelled)
    {
        await using var csv = CsvWriter.Create(content, Options, leaveOpen: true);
        await csv.WriteRecordAsync(language == Language.English ? English : Chinese, cancelled);
        await foreach (var error in errors)
        {
            string[] cells = [error.Row.ToString(CultureInfo.InvariantCulture), error.Column, error.Code, error.Message];
            await csv.WriteRecordAsync(cells, cancelled);
        }
    }
}
