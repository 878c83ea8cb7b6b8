namespace Suyuan.Sensors;

/// <summary>What one point of a chart stands for.</summary>
internal enum ChartStep
{
    Hour,
    Day,
}
