using System.Collections.Immutable;
using Suyuan.Bales;
using Suyuan.Measures;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.Interchange;

/// <summary>
/// Mass balance (物料平衡) of a card: what was delivered, what its quota allows, what was ginned, and what of it is premium cotton, counted as
/// the reports count it.
/// </summary>
/// <param name="RemainingKg">Of the quota, not ginned yet; never below zero.</param>
/// <param name="OvershootKg">What the last bale took beyond the quota.</param>
/// <param name="LintPct">The bales' net weight by that of the seed cotton.</param>
internal sealed record CottonBalance(
    CardNumber Card, Kilograms? SeedCottonKg, Kilograms? QuotaKg, Kilograms ProcessedKg, Kilograms? RemainingKg, Kilograms OvershootKg,
    int Bales, Kilograms BalesNetKg, decimal? LintPct)
{
    public int InspectedBales { get; init; }
    public int PremiumBales { get; init; }

    /// <summary>Conditioned weight (公定重量) of all bales.</summary>
    public decimal ConditionedKg { get; init; }

    public decimal PremiumKg { get; init; }

    public static CottonBalance Of(CottonFacts facts, SeasonPolicy policy)
    {
        var quota = facts.Ginning?.QuotaKg ?? facts.Ticket.QuotaKg;
        var processed = Sum(facts.Bales.Select(bale => bale.ProcessedKg));
        var net = Sum(facts.Bales.Select(bale => bale.NetKg));
        var left = quota is { } known ? known - processed : (Kilograms?)null;
        var premium = facts.Bales.Where(bale => policy.Premium.StateOf(bale.Inspection) is PremiumState.Premium).ToImmutableArray();
        return new(
            facts.Card, facts.Ticket.NetKg, quota, processed, left is { } rest ? Above(rest) : null,
            left is { } over ? Above(Kilograms.Zero - over) : Kilograms.Zero, facts.Bales.Length, net,
            facts.Ticket.NetKg is { Value: > 0 } seed ? decimal.Round(net.Value / seed.Value * 100, 2) : null)
        {
            InspectedBales = facts.Bales.Count(bale => bale.Inspection is not null),
            PremiumBales = premium.Length,
            ConditionedKg = facts.Bales.Sum(bale => Conditioned(bale, policy)),
            PremiumKg = premium.Sum(bale => Conditioned(bale, policy)),
        };
    }

    private static decimal Conditioned(BaleFacts bale, SeasonPolicy policy) =>
        policy.ConditionedKg(bale.NetKg, bale.Inspection?.ImpurityPct ?? bale.ImpurityPct, bale.RegainPct);

    private static Kilograms Above(Kilograms weight) => weight > Kilograms.Zero ? weight : Kilograms.Zero;

    private static Kilograms Sum(IEnumerable<Kilograms> weights) => weights.Aggregate(Kilograms.Zero, (sum, weight) => sum + weight);
}
