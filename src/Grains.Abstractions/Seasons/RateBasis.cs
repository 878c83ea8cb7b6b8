namespace Suyuan.Seasons;

/// <summary>Which weight the premium rate is paid on.</summary>
public enum RateBasis
{
    /// <summary>Conditioned weight of premium lint (皮棉公定重量).</summary>
    Lint,

    /// <summary>Traced seed cotton (籽棉) in the premium share.</summary>
    SeedCotton,
}
