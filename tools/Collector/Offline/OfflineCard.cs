namespace Suyuan.Collector;

/// <summary>A card that a collector knows from its card files, and what it made of it.</summary>
public sealed record OfflineCard(string Number, string Unit, decimal QuotaKg)
{
    public decimal ProcessedKg { get; init; }
    public int Bales { get; init; }
    public int DelayLeft { get; init; }

    /// <summary>Ended by hand (结束); may be reopened (再加工).</summary>
    public bool Ended { get; init; }

    public bool Complete => ProcessedKg >= QuotaKg;

    public bool Finished => Ended || Complete;
}
