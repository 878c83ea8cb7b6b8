namespace Suyuan.Common;

/// <summary>Where a collector puts its key.</summary>
internal static class DeviceKeyHeader
{
    public const string Name = "X-Device-Key";
}
