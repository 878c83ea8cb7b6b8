namespace Suyuan.Sensors;

/// <summary>The door to sensors.</summary>
public static class SensorGrainFactory
{
    public const string Prefix = "sensor-";

    public static ISensorGrain Sensor(this IGrainFactory grains, SensorId id) => grains.GetGrain<ISensorGrain>(Prefix + id);

    public static SensorId IdOf(string key) => SensorId.Parse(key[Prefix.Length..], null);
}
