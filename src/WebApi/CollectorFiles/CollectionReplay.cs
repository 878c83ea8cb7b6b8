using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Jobs;
using Suyuan.Silo.Storage;

namespace Suyuan.CollectorFiles;

/// <summary>Says a verified collection file to its line, many messages in one turn, and notes what became of each row.</summary>
internal sealed class CollectionReplay(IGrainFactory grains, CollectionReports reports)
{
    public const string Kind = "collection-files";
    private const int RowsAtOnce = 1_000;

    public async Task<Result<CollectionReport>> Run(
        GinLineId line, CollectionFile file, JobContext job, CancellationToken stopping)
    {
        await reports.Begin(job.Id, line.Gin.Value, line.Number, file.Number, stopping);
        var report = new CollectionReport
        {
            Line = line,
            FileNumber = file.Number,
            Report = $"/api/v1/gins/{line.Gin}/lines/{line.Number}/uploads/{job.Id}/report",
        };
        await using var content = job.File.OpenRead();
        await using var chunks = Rows(content, stopping).Chunk(RowsAtOnce).GetAsyncEnumerator(stopping);
        var noted = Task.CompletedTask;
        var more = await chunks.MoveNextAsync();
        while (more)
        {
            var rows = chunks.Current;
            var taken = Take(line, job.Order.By, rows);
            // While the line takes these, the next ones are read and what became of those before is noted.
            var next = chunks.MoveNextAsync();
            var replies = await taken;
            more = await next;
            await noted;
            if (replies.Refused) return replies.Refusal;
            var lines = Lines(rows, replies.Value);
            report = report.With(lines);
            noted = Note(job, lines, report.Rows, file.Count, stopping);
        }

        await noted;
        return report;
    }

    private async Task Note(JobContext job, List<CollectionReportLine> lines, long done, long total, CancellationToken stopping)
    {
        foreach (var refused in lines.Where(told => told.Refusal is not null)) job.Error(refused.Row, refused.Kind, refused.Refusal!);
        await reports.Add(job.Id, lines, stopping);
        await job.Progress(done, total, stopping);
    }

    private async Task<Result<LineReplies>> Take(GinLineId line, Caller by, CollectionRow[] rows)
    {
        ImmutableArray<LineCommand> messages = [.. rows.Select(row => row.Command).OfType<LineCommand>()];
        return messages.IsEmpty ? new LineReplies([]) : await grains.GinLine(line).Take(new(by, messages));
    }

    private static List<CollectionReportLine> Lines(CollectionRow[] rows, LineReplies replies)
    {
        var told = new List<CollectionReportLine>(rows.Length);
        var next = 0;
        foreach (var row in rows)
        {
            var reply = row.Command is null ? null : replies.Replies[next++];
            told.Add(new(
                row.Row, row.Sequence, row.Kind, row.Subject, reply?.Answer,
                reply is null ? CollectorFileRefusals.SequenceUnreadable : reply.Refusal));
        }

        return told;
    }

    private static async IAsyncEnumerable<CollectionRow> Rows(
        Stream content, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var row = 0;
        await foreach (var line in FileLines.Read(content, cancellationToken))
        {
            if (++row > CollectionHeader.Length) yield return CollectionRow.Read(row, FileCells.TextOf(line));
        }
    }
}
