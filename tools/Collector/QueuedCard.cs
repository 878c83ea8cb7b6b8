namespace Suyuan.Collector;

/// <summary>A card that waits or is in work.</summary>
public sealed record QueuedCard
{
    public string Card { get; init; } = "";
    public string UnitName { get; init; } = "";
    public decimal QuotaKg { get; init; }
    public decimal ProcessedKg { get; init; }
    public int Bales { get; init; }
    public int DelayLeft { get; init; }
}
