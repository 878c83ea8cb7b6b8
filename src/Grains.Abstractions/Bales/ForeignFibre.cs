namespace Suyuan.Bales;

/// <summary>Foreign fibre (异性纤维) found in a bale, by grams per ton; published results often say only that there is some.</summary>
public enum ForeignFibre
{
    None,
    Low,
    Medium,
    High,

    /// <summary>Flagged without an amount.</summary>
    Present,
}
