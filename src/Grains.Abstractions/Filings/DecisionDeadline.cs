using System.Collections.Immutable;

namespace Suyuan.Filings;

/// <summary>How long a submitted filing may wait for its decision (办理期限); the day of submission does not count.</summary>
public sealed record DecisionDeadline
{
    public const int StandardDays = 20;
    public const int MostDays = 365;

    public int Days { get; init; } = StandardDays;
    public CountedDays Counted { get; init; }

    /// <summary>Weekdays that are no working days.</summary>
    public ImmutableHashSet<DateOnly> Holidays { get; init; } = [];

    /// <summary>Weekend days on which work is made up for (调休).</summary>
    public ImmutableHashSet<DateOnly> Workdays { get; init; } = [];

    /// <summary>The last day on which a decision is in time.</summary>
    public DateOnly DueOn(DateOnly submitted)
    {
        var day = submitted;
        for (var counted = 0; counted < Days;)
        {
            day = day.AddDays(1);
            if (Counts(day)) counted++;
        }

        return day;
    }

    /// <summary>What was submitted before this day is overdue today, and nothing else is.</summary>
    public DateOnly EarliestInTime(DateOnly today)
    {
        var day = today;
        for (var passed = 0; ; day = day.AddDays(-1))
        {
            if (day < today && Counts(day)) passed++;
            if (passed == Days) return day;
        }
    }

    private bool Counts(DateOnly day) => Counted is CountedDays.Calendar || Workdays.Contains(day)
        || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day));
}
