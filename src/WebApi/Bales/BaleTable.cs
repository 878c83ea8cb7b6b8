using Suyuan.Common;

namespace Suyuan.Bales;

/// <summary>Bales with their quality as a table.</summary>
internal static class BaleTable
{
    public static ExportTable<BaleAnswer> Columns { get; } = new("bales", "棉包")
    {
        { InspectionColumns.Barcode, bale => bale.Barcode },
        { "gin", "加工企业代码", bale => bale.Gin },
        { "line", "生产线", bale => bale.Line },
        { "season", "年度", bale => bale.Season },
        { "pressedAt", "打包时间", bale => bale.PressedAt },
        { "card", "追溯卡号", bale => bale.Card },
        { "delayOf", "延迟包所属卡号", bale => bale.DelayOf },
        { "unit", "单元编号", bale => bale.Unit },
        { "unitName", "单元名称", bale => bale.UnitName },
        { "traced", "已追溯", bale => bale.Traced },
        { "grossKg", "毛重(kg)", bale => bale.GrossKg },
        { "tareKg", "皮重(kg)", bale => bale.TareKg },
        { "netKg", "净重(kg)", bale => bale.NetKg },
        { "regainPct", "回潮率(%)", bale => bale.RegainPct },
        { "conditionedKg", "公定重量(kg)", bale => bale.ConditionedKg },
        { "warnings", "提示", bale => bale.Warnings },
        { "premium", "优质棉", bale => bale.Premium },
        { InspectionColumns.ColourGrade, bale => bale.Inspection?.ColourGrade },
        { InspectionColumns.LengthMm, bale => bale.Inspection?.LengthMm },
        { InspectionColumns.Micronaire, bale => bale.Inspection?.Micronaire },
        { InspectionColumns.Strength, bale => bale.Inspection?.Strength },
        { InspectionColumns.Uniformity, bale => bale.Inspection?.Uniformity },
        { InspectionColumns.ForeignFibre, bale => bale.Inspection?.ForeignFibre },
        { "qualityMark", "质量标识", bale => bale.Inspection?.QualityMark },
        { InspectionColumns.InspectedOn, bale => bale.Inspection?.InspectedOn },
    };
}
