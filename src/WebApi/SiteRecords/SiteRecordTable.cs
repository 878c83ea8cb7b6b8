using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.SiteRecords;

/// <summary>Site records as a table; what was answered stands in one cell, since every form asks something else.</summary>
internal static class SiteRecordTable
{
    public static ExportTable<SiteRecordItem> Of(FormCatalogue forms) => new("site-records", "现场记录")
    {
        { "id", "记录编码", record => record.Id },
        { "form", "记录类别", record => forms.NameOf(record.Form) },
        { "day", "日期", record => record.Day },
        { "title", "标题", record => record.Title },
        { "content", "内容", record => Content(forms, record) },
        { "state", "状态", record => record.State },
        { "createdBy", "录入人", record => record.Created?.By },
        { "createdAt", "录入时间", record => record.Created?.At },
        { "submittedBy", "提交人", record => record.Submitted?.By },
        { "submittedAt", "提交时间", record => record.Submitted?.At },
        { "changedBy", "最后修改人", record => record.Changed?.By },
        { "changedAt", "最后修改时间", record => record.Changed?.At },
        { "deletionReason", "删除原因", record => record.Deleted?.Reason },
    };

    private static FormText Content(FormCatalogue forms, SiteRecordItem record) =>
        forms.Find(record.Form, record.FormVersion) is { } form
            ? AnswerText.Of(form, record.Answers)
            : FormWords.Plain(record.Answers.Json);
}
