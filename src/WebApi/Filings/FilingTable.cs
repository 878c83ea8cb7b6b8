using Suyuan.Common;

namespace Suyuan.Filings;

/// <summary>Filings as a table.</summary>
internal static class FilingTable
{
    public static ExportTable<FilingItem> Columns { get; } = new("filings", "备案")
    {
        { "id", "备案编号", filing => filing.Id },
        { "kind", "备案类型", filing => filing.Kind },
        { "title", "备案名称", filing => filing.Title },
        { "enterprise", "统一社会信用代码", filing => filing.Enterprise },
        { "enterpriseName", "企业名称", filing => filing.EnterpriseName },
        { "district", "行政区划", filing => filing.District },
        { "state", "备案状态", filing => filing.State },
        { "amendment", "变更状态", filing => filing.Amendment },
        { "certificate", "证书编号", filing => filing.Certificate },
        { "validFrom", "有效期自", filing => filing.ValidFrom },
        { "validTo", "有效期至", filing => filing.ValidTo },
        { "submittedAt", "提交时间", filing => filing.SubmittedAt },
        { "ageDays", "已等待天数", filing => filing.AgeDays },
        { "dueOn", "办理期限", filing => filing.DueOn },
        { "overdue", "是否超期", filing => filing.Overdue },
        { "opinion", "审批意见", filing => filing.Opinion },
        { "createdAt", "创建时间", filing => filing.CreatedAt },
    };
}
