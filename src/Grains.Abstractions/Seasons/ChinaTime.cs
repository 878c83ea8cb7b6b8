namespace Suyuan.Seasons;

/// <summary>China standard time (北京时间), UTC+8 without daylight saving; the calendar every deadline is written in.</summary>
public static class ChinaTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTimeOffset At(DateTimeOffset instant) => instant.ToOffset(Offset);

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(At(instant).DateTime);

    /// <summary>The moment at which a day begins; null where no calendar holds it, which is a bound that binds nothing.</summary>
    public static DateTimeOffset? Begin(DateOnly? day) =>
        day is { Year: > 1 } begun ? new DateTimeOffset(begun, default, Offset).ToUniversalTime() : null;

    /// <summary>The moment at which a day is over.</summary>
    public static DateTimeOffset? End(DateOnly? day) =>
        day is { Year: < 9999 } ended ? Begin(ended.AddDays(1)) : null;

    /// <summary>A deadline day counts until 24:00 China time inclusive.</summary>
    public static bool Passed(DateOnly? deadline, DateTimeOffset now) => deadline is { } day && DateOf(now) > day;
}
