namespace Suyuan.Filings.Tests;

public sealed class DecisionDeadlineTests
{
    private static readonly DecisionDeadline National = new()
    {
        Days = 5,
        Holidays = [.. Enumerable.Range(1, 7).Select(day => new DateOnly(2026, 10, day))],
        Workdays = [new(2026, 9, 27), new(2026, 10, 10)],
    };

    public static TheoryData<DecisionDeadline> Deadlines =>
        [new(), new() { Days = 1 }, new() { Days = 30, Counted = CountedDays.Calendar }, National];

    [Theory]
    [InlineData(5, "2026-11-02", "2026-11-09")]
    [InlineData(5, "2026-11-06", "2026-11-13")]
    [InlineData(1, "2026-11-06", "2026-11-09")]
    [InlineData(1, "2026-11-07", "2026-11-09")]
    public void Working_days_leave_out_weekends_FL3(int days, string submitted, string due) =>
        Assert.Equal(DateOnly.Parse(due, null), new DecisionDeadline { Days = days }.DueOn(DateOnly.Parse(submitted, null)));

    [Fact]
    public void Calendar_days_leave_out_nothing_FL3() =>
        Assert.Equal(new(2026, 11, 12), new DecisionDeadline { Days = 10, Counted = CountedDays.Calendar }.DueOn(new(2026, 11, 2)));

    [Fact]
    public void Holidays_do_not_count_and_days_made_up_for_do_FL3()
    {
        Assert.Equal(new(2026, 10, 12), National.DueOn(new(2026, 9, 29)));
        Assert.Equal(new(2026, 9, 30), National.DueOn(new(2026, 9, 24)));
    }

    /// <summary>Lists compare a moment with one bound; the bound must mean what each due day means.</summary>
    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Whatever_was_submitted_before_the_bound_is_overdue_and_nothing_else_FL3(DecisionDeadline deadline)
    {
        for (var today = new DateOnly(2026, 9, 1); today < new DateOnly(2026, 12, 1); today = today.AddDays(1))
        {
            var bound = deadline.EarliestInTime(today);
            for (var submitted = today.AddDays(-60); submitted <= today; submitted = submitted.AddDays(1))
                Assert.Equal(submitted < bound, deadline.DueOn(submitted) < today);
        }
    }
}
