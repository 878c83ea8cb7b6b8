using Suyuan.GinLines;
using Suyuan.Measures;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.Lookup;

/// <summary>A card as anybody may see it: no grower, no ticket.</summary>
internal sealed record PublicCard
{
    public CardNumber Card { get; init; }
    public GinCode Gin { get; init; }
    public SeasonYear Season { get; init; }

    /// <summary>Absent for a grower who takes part alone.</summary>
    public string? UnitName { get; init; }

    public string? Variety { get; init; }
    public Kilograms? NetKg { get; init; }
    public Kilograms? QuotaKg { get; init; }
    public Kilograms ProcessedKg { get; init; }
    public int Bales { get; init; }
    public CardState State { get; init; }
    public ModuleType ModuleType { get; init; }
    public int FilmCount { get; init; }
    public DateTimeOffset PrintedAt { get; init; }

    /// <summary>How much of the quota (折皮棉公定重量) is ginned, 0 to 100; unknown without a quota.</summary>
    public int? ProgressPct => QuotaKg is { Value: > 0 } quota ? (int)Math.Clamp(ProcessedKg.Value / quota.Value * 100, 0, 100) : null;
}
