using Suyuan.Common;

namespace Suyuan.Batches;

/// <summary>
/// Stage records as a table: what all stages have in common. Each stage's own answers are as its form has them, in the dossier.
/// </summary>
internal static class StageRecordTable
{
    public static ExportTable<StageRecordView> Columns { get; } = new("stage-records", "环节记录")
    {
        { "id", "记录标识", record => record.Id },
        { "stage", "环节", record => record.Stage },
        { "occurredOn", "日期", record => record.OccurredOn },
        { "state", "记录状态", record => record.State },
        { "lawfulFrom", "违反安全间隔期(方可采收日)", record => record.LawfulFrom },
        { "createdBy", "录入人", record => record.Created?.By },
        { "createdAt", "录入时间", record => record.Created?.At },
        { "changedBy", "修改人", record => record.Changed?.By },
        { "changedAt", "修改时间", record => record.Changed?.At },
        { "submittedBy", "提交人", record => record.Submitted?.By },
        { "submittedAt", "提交时间", record => record.Submitted?.At },
        { "answers", "内容", record => record.Answers.Json },
    };
}
