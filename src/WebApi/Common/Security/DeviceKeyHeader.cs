namespace Suyuan.Common;

/// <summary>Where a collector or a sensor puts its key.</summary>
internal static class DeviceKeyHeader
{
    public const string Name = "X-Device-Key";
}
