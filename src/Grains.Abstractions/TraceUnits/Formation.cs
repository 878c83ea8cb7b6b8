namespace Suyuan.TraceUnits;

/// <summary>How a trace unit is formed (组团方式).</summary>
public enum Formation
{
    /// <summary>By a company (连队组团).</summary>
    Company,

    /// <summary>Freely (自由组团).</summary>
    Free,

    /// <summary>By a cooperative (合作社组团).</summary>
    Cooperative,

    /// <summary>A grower taking part alone (单独参与).</summary>
    Individual,
}
