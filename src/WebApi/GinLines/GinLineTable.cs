using Suyuan.Common;

namespace Suyuan.GinLines;

/// <summary>Gin lines as a table.</summary>
internal static class GinLineTable
{
    public static ExportTable<GinLineView> Columns { get; } = new("gin-lines", "生产线")
    {
        { "gin", "加工企业代码", line => line.Gin },
        { "line", "生产线", line => line.Line },
        { "model", "采集器型号", line => line.Model },
        { "queueLimit", "队列上限", line => line.QueueLimit },
        { "queue", "排队追溯卡", line => line.Queue.Select(queued => queued.Card.Value) },
        { "inWork", "正在加工追溯卡", line => line.InWork },
        { "bales", "棉包数", line => line.Bales },
        { "lastBale", "最后棉包条码", line => line.LastBale?.Barcode },
        { "lastPressedAt", "最后打包时间", line => line.LastBale?.PressedAt },
        { "lastSequence", "最后序号", line => line.LastSequence },
    };

    public static ExportTable<LineMessageItem> Messages { get; } = new("line-messages", "生产线记录")
    {
        { "number", "序号", message => message.Number },
        { "sequence", "设备序号", message => message.Sequence },
        { "kind", "类型", message => message.Kind },
        { "by", "账号", message => message.By },
        { "at", "时间", message => message.At },
        { "refusal", "拒绝原因", message => message.Refusal?.Title },
    };
}
