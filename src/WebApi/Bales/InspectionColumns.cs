using Suyuan.Common;

namespace Suyuan.Bales;

/// <summary>The columns of published inspection results, by our names and by the headings that laboratories use.</summary>
internal static class InspectionColumns
{
    public static readonly TableColumn Barcode = new("barcode", "条码", "棉包条码", "条形码");
    public static readonly TableColumn Batch = new("batch", "批号", "批次号", "batchNumber") { Optional = true };
    public static readonly TableColumn InspectedOn = new("inspectedOn", "检验日期", "inspectionDate") { Optional = true };
    public static readonly TableColumn ColourGrade = new("colourGrade", "颜色级", "colorGrade");
    public static readonly TableColumn LengthMm = new("lengthMm", "长度", "长度值", "长度(mm)", "上半部平均长度", "length");
    public static readonly TableColumn Micronaire = new("micronaire", "马克隆值");
    public static readonly TableColumn Strength = new("strength", "断裂比强度", "断裂比强度(cN/tex)");
    public static readonly TableColumn Uniformity = new("uniformity", "长度整齐度", "长度整齐度指数", "整齐度", "整齐度指数");
    public static readonly TableColumn GinningQuality = new("ginningQuality", "轧工质量") { Optional = true };
    public static readonly TableColumn ForeignFibre = new("foreignFibre", "异性纤维", "foreignFiber") { Optional = true };
    public static readonly TableColumn Rd = new("rd", "反射率", "反射率Rd") { Optional = true };
    public static readonly TableColumn PlusB = new("plusB", "+b", "黄色深度", "黄度", "b") { Optional = true };
    public static readonly TableColumn ImpurityPct = new("impurityPct", "含杂率", "含杂率(%)", "impurity") { Optional = true };
    public static readonly TableColumn ShortFibrePct = new("shortFibrePct", "短纤维率", "短纤维率(%)", "shortFibre") { Optional = true };

    public static readonly IReadOnlyList<TableColumn> All =
    [
        Barcode, Batch, InspectedOn, ColourGrade, LengthMm, Micronaire, Strength, Uniformity, GinningQuality, ForeignFibre, Rd, PlusB,
        ImpurityPct, ShortFibrePct,
    ];
}
