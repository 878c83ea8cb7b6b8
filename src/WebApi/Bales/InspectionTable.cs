using Suyuan.Common;

namespace Suyuan.Bales;

/// <summary>Inspection results as a table, which their import reads.</summary>
internal static class InspectionTable
{
    public static ExportTable<InspectionItem> Columns { get; } = new("inspections", "公证检验结果")
    {
        { InspectionColumns.Barcode, item => item.Inspection.Barcode },
        { InspectionColumns.Batch, item => item.Inspection.Batch },
        { InspectionColumns.InspectedOn, item => item.Inspection.InspectedOn },
        { InspectionColumns.ColourGrade, item => item.Inspection.ColourGrade },
        { InspectionColumns.LengthMm, item => item.Inspection.LengthMm },
        { InspectionColumns.Micronaire, item => item.Inspection.Micronaire },
        { InspectionColumns.Strength, item => item.Inspection.Strength },
        { InspectionColumns.Uniformity, item => item.Inspection.Uniformity },
        { InspectionColumns.GinningQuality, item => item.Inspection.GinningQuality },
        { InspectionColumns.ForeignFibre, item => item.Inspection.ForeignFibre },
        { InspectionColumns.Rd, item => item.Inspection.Rd },
        { InspectionColumns.PlusB, item => item.Inspection.PlusB },
        { InspectionColumns.ImpurityPct, item => item.Inspection.ImpurityPct },
        { InspectionColumns.ShortFibrePct, item => item.Inspection.ShortFibrePct },
        { "gin", "加工企业代码", item => item.Gin },
        { "import", "导入批次", item => item.Inspection.Import },
    };
}
