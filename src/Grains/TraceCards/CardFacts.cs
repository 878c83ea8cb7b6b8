using Suyuan.Seasons;

namespace Suyuan.TraceCards;

/// <summary>What every decision on a printed card needs to know beyond its record.</summary>
public sealed record CardFacts
{
    public required DateTimeOffset Now { get; init; }
    public required SeasonPolicy Season { get; init; }
    public CardProgress? Progress { get; init; }

    /// <summary>The ginning deadline once it has passed.</summary>
    public DateOnly? GinningOver => ChinaTime.Passed(Season.GinningDeadline, Now) ? Season.GinningDeadline : null;
}
