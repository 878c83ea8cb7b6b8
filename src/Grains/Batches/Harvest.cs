using System.Collections.Immutable;

namespace Suyuan.Batches;

/// <summary>What the pre-harvest interval needs to know of a harvest record (采收).</summary>
[GenerateSerializer, Immutable, Alias("harvest")]
public sealed record Harvest
{
    [Id(0)] public string Record { get; init; } = "";
    [Id(1)] public DateOnly Date { get; init; }

    /// <summary>Where; none means everywhere.</summary>
    [Id(2)] public ImmutableArray<string> Plots { get; init; } = [];

    /// <summary>Set when it was made inside an interval: the first day on which it would have been lawful.</summary>
    [Id(3)] public DateOnly? LawfulFrom { get; init; }

    internal bool IsWhereAndWhen(Harvest other) => Date == other.Date && Plots.SequenceEqual(other.Plots);
}
