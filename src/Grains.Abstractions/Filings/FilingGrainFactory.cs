namespace Suyuan.Filings;

/// <summary>The door to filings.</summary>
public static class FilingGrainFactory
{
    private const string Prefix = "filing-";

    public static IFilingGrain Filing(this IGrainFactory grains, string id) => grains.GetGrain<IFilingGrain>(Prefix + id);

    public static string IdOf(string key) => key[Prefix.Length..];
}
