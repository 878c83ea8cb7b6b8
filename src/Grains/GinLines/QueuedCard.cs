using System.Text.Json.Serialization;
using Suyuan.Measures;
using Suyuan.TraceCards;

namespace Suyuan.GinLines;

/// <summary>A card in a line's queue, with what the line made of it.</summary>
[GenerateSerializer, Immutable, Alias("queued-card")]
public sealed record QueuedCard
{
    [Id(0)] public CardNumber Card { get; init; }
    [Id(1)] public string Unit { get; init; } = "";
    [Id(2)] public string UnitName { get; init; } = "";
    [Id(3)] public Kilograms QuotaKg { get; init; }
    [Id(4)] public Kilograms ProcessedKg { get; init; }
    [Id(5)] public int Bales { get; init; }

    /// <summary>The delay (延迟包数) given at the scan, and what is left of it.</summary>
    [Id(6)] public int Delay { get; init; }

    [Id(7)] public int DelayLeft { get; init; }

    /// <summary>True from the card's first bale: its quota is fixed and its unit is processing.</summary>
    [JsonIgnore] public bool Started => Bales > 0;

    [JsonIgnore] public bool Complete => ProcessedKg >= QuotaKg;

    public QueuedCardView ToView() => new(Card, UnitName, QuotaKg, ProcessedKg, Bales, DelayLeft);
}
