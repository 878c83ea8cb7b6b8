using Suyuan.Common;

namespace Suyuan.WeighTickets;

/// <summary>Weigh tickets as a table.</summary>
internal static class WeighTicketTable
{
    public static ExportTable<WeighTicketItem> Columns { get; } = new("weigh-tickets", "收购磅单")
    {
        { "gin", "加工企业代码", ticket => ticket.Gin },
        { "ticket", "磅单号", ticket => ticket.Ticket },
        { "season", "年度", ticket => ticket.Season },
        { "grower", "种植者编号", ticket => ticket.Grower },
        { "growerMaskedName", "姓名", ticket => ticket.GrowerMaskedName },
        { "region", "连队编码", ticket => ticket.Region },
        { "regionName", "连队名称", ticket => ticket.RegionName },
        { "plots", "地块编码", ticket => ticket.Plots },
        { "variety", "品种", ticket => ticket.Variety },
        { "grossKg", "毛重(kg)", ticket => ticket.GrossKg },
        { "netKg", "净重(kg)", ticket => ticket.NetKg },
        { "quotaKg", "折皮棉公定重量(kg)", ticket => ticket.QuotaKg },
        { "filmCount", "棉膜件数", ticket => ticket.FilmCount },
        { "grossAt", "毛重时间", ticket => ticket.GrossAt },
        { "late", "逾期上传", ticket => ticket.Late },
        { "waived", "团场已准许", ticket => ticket.Waived },
        { "card", "追溯卡号", ticket => ticket.Card },
    };
}
