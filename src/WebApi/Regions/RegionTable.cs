using Suyuan.Common;

namespace Suyuan.Regions;

/// <summary>Regions as a table, which their import reads.</summary>
internal static class RegionTable
{
    public static ExportTable<RegionItem> Columns { get; } = new("regions", "师团连")
    {
        { RegionImport.Code, region => region.Code },
        { RegionImport.Name, region => region.Name },
        { "kind", "级别", region => region.Kind },
        { "parent", "上级编码", region => region.Parent },
    };
}
