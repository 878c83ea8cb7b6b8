namespace Suyuan.Growers;

/// <summary>The door to growers. A grower's id is the keyed hash of the person number, so that no address shows the number.</summary>
public static class GrowerGrainFactory
{
    private const string Prefix = "grower-";

    public static IGrowerGrain Grower(this IGrainFactory grains, string id) => grains.GetGrain<IGrowerGrain>(Prefix + id);

    public static string IdOf(string key) => key[Prefix.Length..];
}
