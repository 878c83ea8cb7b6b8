using Suyuan.Common;

namespace Suyuan.Enterprises;

/// <summary>Zones, plots and products as tables.</summary>
internal static class EntryTables
{
    private const string Name = "name", Area = "areaMu", AreaWord = "面积(亩)", Changed = "changedAt", ChangedWord = "更新时间";

    public static ExportTable<EntryItem> Zones { get; } = new("zones", "生产区")
    {
        { "id", "生产区标识", zone => zone.Id },
        { "code", "生产区编号", zone => zone.Code },
        { Name, "生产区名称", zone => zone.Name },
        { Area, AreaWord, zone => zone.AreaMu },
        { Changed, ChangedWord, zone => zone.ChangedAt },
    };

    public static ExportTable<EntryItem> Plots { get; } = new("plots", "地块")
    {
        { "id", "地块标识", plot => plot.Id },
        { Name, "地块名称", plot => plot.Name },
        { Area, AreaWord, plot => plot.AreaMu },
        { "zone", "生产区标识", plot => plot.Zone },
        { "zoneName", "生产区名称", plot => plot.ZoneName },
        { Changed, ChangedWord, plot => plot.ChangedAt },
    };

    public static ExportTable<EntryItem> Products { get; } = new("products", "产品信息")
    {
        { "id", "产品标识", product => product.Id },
        { Name, "产品名称", product => product.Name },
        { "productFiling", "产品备案", product => product.ProductFiling },
        { Changed, ChangedWord, product => product.ChangedAt },
    };
}
