using Suyuan.Common;

namespace Suyuan.Sensors;

/// <summary>Sensors, their readings and charts as tables.</summary>
internal static class SensorTables
{
    public static ExportTable<SensorItem> Sensors { get; } = new("sensors", "传感器")
    {
        { "id", "编号", sensor => sensor.Id },
        { "name", "名称", sensor => sensor.Name },
        { "zone", "生产区编号", sensor => sensor.Zone },
        { "quantities", "监测指标", sensor => sensor.Quantities.Select(quantity => quantity.Quantity) },
        { "registeredAt", "登记时间", sensor => sensor.RegisteredAt },
        { "lastReadingAt", "最近读数时间", sensor => sensor.LastReadingAt },
        { "retiredAt", "停用时间", sensor => sensor.RetiredAt },
    };

    public static ExportTable<ReadingItem> Readings { get; } = new("sensor-readings", "监测读数")
    {
        { "at", "时间", reading => reading.At },
        { "quantity", "监测指标", reading => reading.Quantity },
        { "value", "读数", reading => reading.Value },
        { "unit", "单位", reading => reading.Unit },
        { "outOfRange", "超出量程", reading => reading.OutOfRange },
    };

    public static ExportTable<ChartRow> Chart { get; } = new("sensor-chart", "监测统计")
    {
        { "from", "时段起", row => row.Point.From },
        { "quantity", "监测指标", row => row.Series.Quantity },
        { "unit", "单位", row => row.Series.Unit },
        { "min", "最小值", row => row.Point.Min },
        { "max", "最大值", row => row.Point.Max },
        { "avg", "平均值", row => row.Point.Avg },
        { "readings", "读数个数", row => row.Point.Readings },
        { "outOfRange", "超出量程个数", row => row.Point.OutOfRange },
    };
}
