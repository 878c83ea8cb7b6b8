using Suyuan.Common;

namespace Suyuan.TraceCards;

/// <summary>The print history as a table.</summary>
internal static class TraceCardTable
{
    public static ExportTable<TraceCardItem> Columns { get; } = new("trace-cards", "追溯卡打印记录")
    {
        { "gin", "加工企业代码", card => card.Gin },
        { "card", "追溯卡号", card => card.Card },
        { "ticket", "磅单号", card => card.Ticket },
        { "season", "年度", card => card.Season },
        { "unit", "单元编号", card => card.Unit },
        { "unitName", "单元名称", card => card.UnitName },
        { "grower", "种植者编号", card => card.Grower },
        { "growerMaskedName", "姓名", card => card.GrowerMaskedName },
        { "state", "状态", card => card.State },
        { "moduleType", "模块类型", card => card.ModuleType },
        { "filmCount", "棉膜件数", card => card.FilmCount },
        { "copies", "打印份数", card => card.Copies },
        { "netKg", "籽棉净重(kg)", card => card.NetKg },
        { "quotaKg", "折皮棉公定重量(kg)", card => card.QuotaKg },
        { "processedKg", "已加工重量(kg)", card => card.ProcessedKg },
        { "bales", "棉包数", card => card.Bales },
        { "line", "生产线", card => card.Line },
        { "printedAt", "打印时间", card => card.PrintedAt },
    };
}
