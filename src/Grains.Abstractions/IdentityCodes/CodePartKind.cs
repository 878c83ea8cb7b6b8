namespace Suyuan.IdentityCodes;

/// <summary>What some digits of an identity code tell.</summary>
public enum CodePartKind
{
    /// <summary>Always the same digits.</summary>
    Fixed,

    /// <summary>The enterprise's district (行政区划代码).</summary>
    District,

    /// <summary>The enterprise's serial on the platform (企业序号).</summary>
    Enterprise,

    /// <summary>A serial of the enterprise's product (产品序号).</summary>
    Product,

    /// <summary>The unit's serial (单品序号), which counts.</summary>
    Unit,

    /// <summary>The check digit (校验码).</summary>
    Check,
}
