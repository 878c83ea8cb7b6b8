namespace Suyuan.Collector;

/// <summary>What a simulation did.</summary>
public sealed record SimulationSummary
{
    public long Bales { get; init; }
    public long Traced { get; init; }
    public long Scans { get; init; }
    public long FinishedCards { get; init; }
    public long Refused { get; init; }
    public long Resent { get; init; }
    public long LastSequence { get; init; }

    /// <summary>True when it stopped early because no card was left to scan.</summary>
    public bool OutOfCards { get; init; }
}
