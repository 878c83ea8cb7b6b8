using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.Silo.Storage;

namespace Suyuan.CollectorFiles;

/// <summary>The answers to all rows of an upload as .csv, written as they are read.</summary>
internal sealed class CollectionReportFile(CollectorFileQueries queries, Reasons reasons)
{
    private static readonly string[] Chinese =
    [
        "行", "序号", "消息", "追溯卡或条码", "结果", "追溯卡", "位置", "延迟包数", "已追溯", "已结束", "公定重量(kg)", "实时加工重量(kg)",
        "超出(kg)", "加工中", "警告", "代码", "说明",
    ];

    private static readonly string[] English =
    [
        "row", "sequence", "kind", "subject", "outcome", "card", "position", "delayBales", "traced", "finished", "quotaKg", "processedKg",
        "overshootKg", "inWork", "warnings", "code", "message",
    ];

    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public PushStreamHttpResult Of(Guid upload, Language language, CancellationToken cancelled) => TypedResults.Stream(
        content => Write(content, upload, language, cancelled), "text/csv; charset=utf-8", $"report-{upload}.csv");

    private async Task Write(Stream content, Guid upload, Language language, CancellationToken cancelled)
    {
        await using var csv = CsvWriter.Create(content, Options, leaveOpen: true);
        await csv.WriteRecordAsync(language == Language.English ? English : Chinese, cancelled);
        await foreach (var line in queries.Report(upload, cancelled)) await csv.WriteRecordAsync(Cells(line), cancelled);
    }

    private string[] Cells(CollectionReportLine line)
    {
        var (answer, why) = (line.Answer, line.Refusal is { } refusal ? reasons.Word(refusal) : null);
        return
        [
            Text(line.Row), Text(line.Sequence), line.Kind, line.Subject, line.Refusal is null ? "accepted" : "refused",
            Text(answer?.Card), Text(answer?.Position), Text(answer?.DelayBales), Text(answer?.Traced), Text(answer?.Finished),
            Text(answer?.QuotaKg), Text(answer?.ProcessedKg), Text(answer?.OvershootKg), Text(answer?.InWork),
            string.Join(' ', (answer?.Warnings ?? []).Select(warning => warning.Stored())),
            why?.Code ?? "", why?.Detail ?? why?.Title ?? "",
        ];
    }

    private static string Text(object? value) => value switch
    {
        true => "true",
        false => "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
