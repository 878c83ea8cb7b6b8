namespace Suyuan.Bales;

/// <summary>Whether a bale's quality makes it premium cotton (优质棉); it counts for a unit only when it is traced as well.</summary>
public enum PremiumState
{
    /// <summary>Not yet inspected (待检), never counted as premium.</summary>
    Pending,
    Premium,
    Ordinary,
}
