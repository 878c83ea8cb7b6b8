using Suyuan.Common;

namespace Suyuan.Batches;

/// <summary>Batches as a table.</summary>
internal static class BatchTable
{
    public static ExportTable<BatchItem> Columns { get; } = new("batches", "生产批次")
    {
        { "number", "批次号", batch => batch.Number },
        { "state", "批次状态", batch => batch.State },
        { "productName", "产品名称", batch => batch.ProductName },
        { "productFiling", "产品备案", batch => batch.ProductFiling },
        { "category", "产品类别", batch => batch.Category },
        { "zoneName", "生产区", batch => batch.ZoneName },
        { "records", "记录数", batch => batch.Records },
        { "harvests", "采收次数", batch => batch.Harvests },
        { "violated", "违反安全间隔期", batch => batch.Violated },
        { "openedAt", "建立时间", batch => batch.OpenedAt },
        { "changedAt", "更新时间", batch => batch.ChangedAt },
    };
}
