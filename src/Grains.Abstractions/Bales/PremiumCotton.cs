using Suyuan.Seasons;

namespace Suyuan.Bales;

/// <summary>
/// The season's rule for premium cotton (优质棉) applied to a bale. It stands here because answers on single bales come from the web
/// side; reports count by the SQL function is_premium, which a test holds to this one.
/// </summary>
public static class PremiumCotton
{
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
