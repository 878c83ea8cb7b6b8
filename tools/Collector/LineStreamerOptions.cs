namespace Suyuan.Collector;

/// <summary>How a collector uses its stream.</summary>
public sealed record LineStreamerOptions
{
    /// <summary>Messages sent and not yet acknowledged, at the most.</summary>
    public int InFlight { get; init; } = 256;

    public Patience Patience { get; init; } = Patience.Standard;
}
