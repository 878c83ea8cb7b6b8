namespace Suyuan.Samples;

/// <summary>
/// When things happened, counted back from the moment the samples were begun: four weeks of weighing, three of ginning,
/// none of it before the season began.
/// </summary>
internal sealed class SampleTimes(DateTimeOffset begun)
{
    public static readonly TimeSpan China = TimeSpan.FromHours(8);

    private const int FirstMonth = 8;

    public int Season { get; } = SeasonOf(begun);

    private TimeSpan Past => Shorter(TimeSpan.FromDays(28), begun - FirstDay);

    private DateTimeOffset FirstDay => new(Season, FirstMonth, 1, 0, 0, 0, China);

    /// <summary>Weighing of the nth of so many loads.</summary>
    public DateTimeOffset Weighing(int n, int of) => Ago(1 - 0.9 * n / of);

    public DateTimeOffset LateWeighing(int n, int of) => Ago(Math.Max(0.2, 1 - 0.9 * n / of));

    /// <summary>Pressing under the nth of about so many messages of a line.</summary>
    public DateTimeOffset Pressing(long n, int of) => Ago(Math.Max(0.001, 0.75 - 0.75 * n / of));

    /// <summary>Deadlines lie ahead of the demonstration, whenever it is.</summary>
    public DateOnly Deadline(int days) => DateOnly.FromDateTime(begun.ToOffset(China).DateTime).AddDays(days);

    /// <summary>The full hour in which the samples were begun.</summary>
    public DateTimeOffset Hour => begun.AddTicks(-(begun.UtcTicks % TimeSpan.TicksPerHour)).ToOffset(China);

    private DateTimeOffset Ago(double part)
    {
        var at = (begun - Past * part).ToOffset(China);
        return new(at.Ticks - at.Ticks % TimeSpan.TicksPerSecond, China);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    public static int SeasonOf(DateTimeOffset instant)
    {
        var china = instant.ToOffset(China);
        return china.Month >= FirstMonth ? china.Year : china.Year - 1;
    }
}
