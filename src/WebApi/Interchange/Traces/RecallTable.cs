using Suyuan.Common;

namespace Suyuan.Interchange;

/// <summary>The codes of a recall as a table.</summary>
internal static class RecallTable
{
    public static ExportTable<RecalledCodes> Codes { get; } = new("recall-codes", "召回身份码")
    {
        { "batch", "生产批次", range => range.Batch },
        { "range", "码段编号", range => range.Range },
        { "start", "开始身份码", range => range.Start },
        { "end", "结束身份码", range => range.End },
        { "codes", "数量", range => range.Codes },
        { "frozen", "冻结数量", range => range.FrozenCodes },
    };
}
