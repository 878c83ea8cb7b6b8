using Suyuan.Common;

namespace Suyuan.TraceUnits;

/// <summary>Trace units as a table.</summary>
internal static class TraceUnitTable
{
    public static ExportTable<TraceUnitItem> Columns { get; } = new("trace-units", "追溯单元")
    {
        { "id", "单元编号", unit => unit.Id },
        { "season", "年度", unit => unit.Season },
        { "name", "单元名称", unit => unit.Name },
        { "formation", "组团方式", unit => unit.Formation },
        { "state", "审核状态", unit => unit.State },
        { "reason", "未通过原因", unit => unit.Reason },
        { "processing", "已开始加工", unit => unit.Processing },
        { "region", "归属地区编码", unit => unit.Region },
        { "regionName", "归属地区", unit => unit.RegionName },
        { "areaMu", "面积(亩)", unit => unit.AreaMu },
        { "members", "成员数", unit => unit.Members },
        { "changedAt", "更新时间", unit => unit.ChangedAt },
    };
}
