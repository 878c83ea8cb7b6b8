using Suyuan.Common;
using Suyuan.Seasons;

namespace Suyuan.Sensors;

/// <summary>From when to when a chart goes, by what; not longer than anybody can see.</summary>
internal sealed record ChartSpan(ChartStep By, DateTimeOffset From, DateTimeOffset To)
{
    private const int MostPoints = 1_100;

    public static Result<ChartSpan> Of(ChartFilter filter, DateTimeOffset now)
    {
        var by = filter.By?.Value ?? ChartStep.Hour;
        var (step, usual) = by is ChartStep.Hour ? (TimeSpan.FromHours(1), 24) : (TimeSpan.FromDays(1), 30);
        var to = filter.To?.End ?? filter.From?.Begin + usual * step ?? Next(by, now);
        var from = filter.From?.Begin ?? to - usual * step;
        return to - from > MostPoints * step ? SensorRefusals.ChartTooLong(MostPoints) : new ChartSpan(by, from, to);
    }

    /// <summary>The end of the hour or day that is now.</summary>
    private static DateTimeOffset Next(ChartStep by, DateTimeOffset now) => by is ChartStep.Day
        ? ChinaTime.End(ChinaTime.DateOf(now))!.Value
        : new DateTimeOffset(now.UtcTicks / TimeSpan.TicksPerHour * TimeSpan.TicksPerHour, TimeSpan.Zero).AddHours(1);
}
