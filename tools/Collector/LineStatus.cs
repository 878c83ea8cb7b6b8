namespace Suyuan.Collector;

/// <summary>A gin line as its collector sees it.</summary>
public sealed record LineStatus
{
    public string Gin { get; init; } = "";
    public int Line { get; init; }
    public string Model { get; init; } = "";
    public int QueueLimit { get; init; }

    /// <summary>The first is in work.</summary>
    public IReadOnlyList<QueuedCard> Queue { get; init; } = [];

    public string? InWork { get; init; }
    public bool LastBaleTraced { get; init; }
    public long LastSequence { get; init; }
    public long Bales { get; init; }
}
