using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>Allocations, ranges and stretches of codes as tables.</summary>
internal static class CodeTables
{
    private const string StartHeading = "开始身份码";
    private const string EndHeading = "结束身份码";
    private const string CodesHeading = "数量";
    private const string BatchHeading = "生产批次";

    public static ExportTable<CodeAllocationItem> Allocations { get; } = new("code-allocations", "身份码分配")
    {
        { "id", "分配编号", item => item.Id },
        { "enterprise", "统一社会信用代码", item => item.Enterprise },
        { "enterpriseName", "企业名称", item => item.EnterpriseName },
        { "source", "身份码来源", item => item.Source },
        { "layout", "编码规则", item => item.Layout },
        { "start", StartHeading, item => item.Start },
        { "end", EndHeading, item => item.End },
        { "codes", CodesHeading, item => item.Codes },
        { "productSerial", "产品序号", item => item.ProductSerial },
        { "allocatedAt", "分配时间", item => item.AllocatedAt },
    };

    public static ExportTable<CodeRangeItem> Ranges { get; } = new("code-ranges", "身份码段")
    {
        { "id", "码段编号", item => item.Id },
        { "batch", BatchHeading, item => item.Batch },
        { "start", StartHeading, item => item.Start },
        { "end", EndHeading, item => item.End },
        { "codes", CodesHeading, item => item.Codes },
        { "frozen", "冻结数量", item => item.Frozen },
        { "boundAt", "关联时间", item => item.BoundAt },
    };

    public static ExportTable<CodeStretch> Stretches { get; } = new("code-stretches", "身份码使用情况")
    {
        { "bound", "已关联", item => item.Bound },
        { "start", StartHeading, item => item.Start },
        { "end", EndHeading, item => item.End },
        { "codes", CodesHeading, item => item.Codes },
        { "batch", BatchHeading, item => item.Batch },
        { "range", "码段编号", item => item.Range },
    };
}
