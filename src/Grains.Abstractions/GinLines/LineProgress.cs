namespace Suyuan.GinLines;

/// <summary>Where a line stands (加工进度): its last event, its counters, the card in work and how far it is.</summary>
[GenerateSerializer, Immutable, Alias("line-progress")]
public sealed record LineProgress
{
    [Id(0)] public int Line { get; init; }

    /// <summary>The number of the line's last event.</summary>
    [Id(1)] public int Number { get; init; }

    [Id(2)] public long LastSequence { get; init; }
    [Id(3)] public long Bales { get; init; }

    /// <summary>Cards in the queue, the one in work included.</summary>
    [Id(4)] public int Queued { get; init; }

    [Id(5)] public QueuedCardView? InWork { get; init; }
}
