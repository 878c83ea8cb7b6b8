namespace Suyuan.Growers;

/// <summary>Land kind (土地性质).</summary>
public enum LandKind
{
    /// <summary>Land held by status as a member (身份地).</summary>
    Identity,

    /// <summary>Land leased to be farmed (经营地).</summary>
    Leased,
}
