namespace Suyuan.Publishing;

/// <summary>What a public profile is kept for (追溯方式).</summary>
public enum TraceMode
{
    /// <summary>One product (产品).</summary>
    Product,
}
