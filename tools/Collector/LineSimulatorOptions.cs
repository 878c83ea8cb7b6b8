namespace Suyuan.Collector;

/// <summary>What a simulated line does.</summary>
public sealed record LineSimulatorOptions
{
    public required long Bales { get; init; }

    /// <summary>Bales a second; 0 is as fast as the line answers.</summary>
    public double Rate { get; init; }

    public long Seed { get; init; }

    /// <summary>Cards kept in the queue, as far as the collector's model allows.</summary>
    public int CardsAhead { get; init; } = 3;

    /// <summary>Cards to scan, each asked for when there is room; null presses untraced bales.</summary>
    public Func<CancellationToken, ValueTask<string?>>? NextCard { get; init; }

    /// <summary>The delay given when the line asks for one; null takes zero to three by the seed.</summary>
    public int? DelayBales { get; init; }

    /// <summary>When the bale of a sequence is pressed; null takes the clock's seconds.</summary>
    public Func<long, DateTimeOffset>? PressedAt { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
