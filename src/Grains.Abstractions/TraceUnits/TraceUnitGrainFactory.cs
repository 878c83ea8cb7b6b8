namespace Suyuan.TraceUnits;

/// <summary>The door to trace units.</summary>
public static class TraceUnitGrainFactory
{
    private const string Prefix = "unit-";

    public static ITraceUnitGrain TraceUnit(this IGrainFactory grains, string id) => grains.GetGrain<ITraceUnitGrain>(Prefix + id);

    public static string IdOf(string key) => key[Prefix.Length..];
}
