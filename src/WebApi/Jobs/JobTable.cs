using Suyuan.Common;

namespace Suyuan.Jobs;

/// <summary>Jobs, and what is wrong in the rows of one, as tables.</summary>
internal static class JobTable
{
    public static ExportTable<JobAnswer> Columns { get; } = new("jobs", "任务")
    {
        { "id", "任务编号", job => job.Id },
        { "kind", "类型", job => job.Kind },
        { "state", "状态", job => job.State },
        { "fileName", "文件名", job => job.FileName },
        { "startedBy", "账号", job => job.StartedBy },
        { "done", "已处理行数", job => job.Done },
        { "total", "总行数", job => job.Total },
        { "errors", "错误数", job => job.Errors },
        { "queuedAt", "提交时间", job => job.QueuedAt },
        { "startedAt", "开始时间", job => job.StartedAt },
        { "endedAt", "结束时间", job => job.EndedAt },
        { "problem", "失败原因", job => job.Problem?.Title },
    };

    public static ExportTable<JobErrorItem> Errors { get; } = new("row-errors", "错误行")
    {
        { "row", "行", error => error.Row },
        { "column", "列", error => error.Column },
        { "code", "代码", error => error.Code },
        { "message", "说明", error => error.Message },
    };
}
