namespace Suyuan.Collector;

/// <summary>What the line says to an accepted message.</summary>
public sealed record LineAnswer
{
    public string Kind { get; init; } = "";
    public long LastSequence { get; init; }
    public string? Card { get; init; }

    /// <summary>The scanned card's place in the queue: 1 is in work.</summary>
    public int? Position { get; init; }

    public int? DelayBales { get; init; }
    public int? AvailableBales { get; init; }
    public decimal? QuotaKg { get; init; }
    public decimal? ProcessedKg { get; init; }
    public string? Barcode { get; init; }
    public bool? Traced { get; init; }
    public bool? Finished { get; init; }
    public decimal? OvershootKg { get; init; }
    public string? InWork { get; init; }
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
