using Suyuan.Common;

namespace Suyuan.Regions;

/// <summary>Administrative divisions as a table.</summary>
internal static class DistrictTable
{
    public static ExportTable<DistrictItem> Columns { get; } = new("districts", "行政区划")
    {
        { "code", "代码", district => district.Code },
        { "name", "名称", district => district.Name },
        { "fullName", "全称", district => district.FullName },
        { "parent", "上级代码", district => district.Parent },
    };
}
