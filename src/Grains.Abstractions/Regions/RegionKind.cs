namespace Suyuan.Regions;

/// <summary>Level of a region (师、团、连).</summary>
public enum RegionKind
{
    /// <summary>Division (师).</summary>
    Division,

    /// <summary>Regiment (团).</summary>
    Regiment,

    /// <summary>Company (连).</summary>
    Company,
}
