namespace Suyuan.Seasons;

/// <summary>Which weight of a bale counts towards its card's quota (实时加工重量).</summary>
public enum ProcessedBasis
{
    /// <summary>Conditioned weight (公定重量).</summary>
    Conditioned,

    /// <summary>Net weight (净重).</summary>
    Net,

    /// <summary>Gross weight (毛重).</summary>
    Gross,
}
