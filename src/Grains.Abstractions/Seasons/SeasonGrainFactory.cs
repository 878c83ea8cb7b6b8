namespace Suyuan.Seasons;

/// <summary>The door to seasons.</summary>
public static class SeasonGrainFactory
{
    private const string Prefix = "season-";

    public static ISeasonGrain Season(this IGrainFactory grains, SeasonYear season) => grains.GetGrain<ISeasonGrain>(Prefix + season);

    public static SeasonYear YearOf(string key) => SeasonYear.Parse(key[Prefix.Length..], null);
}
