namespace Suyuan.Enterprises;

/// <summary>What an enterprise tells of itself besides its profile (企业信息). Each kind is asked for by the form of its name.</summary>
public enum EntryKind
{
    /// <summary>Production zone (生产区).</summary>
    ProductionZone,

    /// <summary>Plot (地块) of a zone.</summary>
    Plot,

    /// <summary>Product (产品信息).</summary>
    Product,
}
