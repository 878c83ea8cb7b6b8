namespace Suyuan.Filings;

/// <summary>What is filed (备案类型). The first two are mandatory (FL1).</summary>
public enum FilingKind
{
    /// <summary>The enterprise itself (企业备案).</summary>
    Enterprise,

    /// <summary>One product (产品备案).</summary>
    Product,

    /// <summary>What an enterprise can supply (供货能力备案).</summary>
    SupplyCapacity,

    /// <summary>What an enterprise can produce (生产能力备案).</summary>
    ProductionCapacity,
}
