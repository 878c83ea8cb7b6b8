using Suyuan.Measures;
using Suyuan.Seasons;

namespace Suyuan.Bales;

/// <summary>
/// A season's policy applied to one bale: its weight and whether it is premium cotton (优质棉). It stands here because answers on single
/// bales come from the web side; reports count by SQL functions of the same meaning, which tests hold to these.
/// </summary>
public static class PremiumCotton
{
    private const int PlacesOfWeight = 2;

    /// <summary>
    /// Conditioned weight (公定重量) of a bale, rounded once, to 0.01 kg: every total is a plain sum of bales, so that all levels agree.
    /// Until its impurity is known it is taken as standard.
    /// </summary>
    public static decimal ConditionedKg(this SeasonPolicy policy, Kilograms net, decimal? impurityPct, decimal regainPct) =>
        decimal.Round(
            new LintStandard(policy.StandardImpurityPct, policy.ConditionedRegainPct)
                .ConditionedKg(net, impurityPct ?? policy.StandardImpurityPct, regainPct),
            PlacesOfWeight, MidpointRounding.AwayFromZero);

    public static PremiumState StateOf(this PremiumRule rule, Inspection? inspection)
    {
        if (inspection is null) return PremiumState.Pending;
        var premium = inspection.LengthMm >= rule.MinimumLengthMm
            && inspection.Strength >= rule.MinimumStrength
            && rule.MicronaireLevels.Contains(inspection.MicronaireLevel)
            && !(inspection.Uniformity < rule.MinimumUniformity)
            && (rule.ForeignFibreAllowed is not false || inspection.ForeignFibre is null or ForeignFibre.None);
        return premium ? PremiumState.Premium : PremiumState.Ordinary;
    }
}
