using System.Collections.Immutable;

namespace Suyuan.Batches;

/// <summary>What the pre-harvest interval needs to know of a pest-control record (病虫害防治).</summary>
[GenerateSerializer, Immutable, Alias("pest-control")]
public sealed record PestControl
{
    [Id(0)] public string Record { get; init; } = "";
    [Id(1)] public DateOnly FirstDate { get; init; }
    [Id(2)] public DateOnly LastDate { get; init; }
    [Id(3)] public int IntervalDays { get; init; }

    /// <summary>Where; none means everywhere.</summary>
    [Id(4)] public ImmutableArray<string> Plots { get; init; } = [];

    /// <summary>The first day after it on which it forbids no harvest; the day of application is day 0.</summary>
    internal DateOnly LawfulFrom => LastDate.DayNumber > DateOnly.MaxValue.DayNumber - IntervalDays
        ? DateOnly.MaxValue
        : LastDate.AddDays(IntervalDays);

    /// <summary>What was harvested before the first application had nothing of it.</summary>
    internal bool Forbids(DateOnly date, ImmutableArray<string> plots) =>
        IntervalDays > 0 && FirstDate <= date && date < LawfulFrom && Meets(plots);

    private bool Meets(ImmutableArray<string> plots) => Plots.IsEmpty || plots.IsEmpty || Plots.Any(plot => plots.Contains(plot));
}
