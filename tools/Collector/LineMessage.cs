using System.Text.Json.Serialization;

namespace Suyuan.Collector;

/// <summary>One message of a collector to its line. Absent members are not sent.</summary>
public sealed record LineMessage
{
    /// <summary>The sub-resource of the line that takes it.</summary>
    [JsonIgnore] public string Resource { get; init; } = "";

    public required long Sequence { get; init; }

    public string? Card { get; init; }
    public int? DelayBales { get; init; }

    public string? Barcode { get; init; }
    public decimal? GrossKg { get; init; }
    public decimal? TareKg { get; init; }
    public decimal? RegainPct { get; init; }
    public decimal? ImpurityPct { get; init; }
    public DateTimeOffset? PressedAt { get; init; }

    public static LineMessage Scan(long sequence, string card, int? delayBales = null) =>
        new() { Resource = "scans", Sequence = sequence, Card = card, DelayBales = delayBales };

    public static LineMessage Finish(long sequence) => new() { Resource = "finishes", Sequence = sequence };
}
