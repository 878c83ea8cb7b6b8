using Suyuan.Seasons;

namespace Suyuan.SeasonGeneration;

/// <summary>How large a season is to be made, at which time it stands, and the seed from which all of it follows.</summary>
public sealed record SeasonSize(double Scale, DateTimeOffset Now, long Seed = 1)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private static readonly TimeSpan LongestGinning = TimeSpan.FromDays(70);
    private static readonly TimeSpan LongestWaiting = TimeSpan.FromHours(72);

    public int Season => SeasonYear.Of(Now).Value;

    internal int Divisions => Scaled(14);

    internal int Regiments => Math.Max(Divisions, Scaled(180));

    internal int Companies => Math.Max(Regiments, Scaled(2_000));

    internal int Growers => Math.Max(12 * Companies, Scaled(100_000));

    internal int Gins => Scaled(250);

    /// <summary>From weighing a load to its first bale, at most; less in a season that has only begun.</summary>
    internal TimeSpan LongestWait => Least(LongestWaiting, (Now - Opens) / 4);

    /// <summary>The first bale.</summary>
    internal DateTimeOffset Starts => Now - Least(LongestGinning, (Now - Opens) / 2);

    private DateTimeOffset Opens => new(Season, 8, 1, 0, 0, 0, China);

    private int Scaled(int full) => Math.Max(1, (int)Math.Round(full * Scale));

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
