namespace Suyuan.Publishing;

/// <summary>What a notice to consumers is about.</summary>
public enum PublicNoticeKind
{
    /// <summary>The enterprise's filing was revoked (企业备案已注销, FL5).</summary>
    EnterpriseFilingRevoked,

    /// <summary>It ran out (企业备案已过期).</summary>
    EnterpriseFilingExpired,

    /// <summary>The product's filing was revoked (产品备案已注销).</summary>
    ProductFilingRevoked,

    /// <summary>It ran out (产品备案已过期).</summary>
    ProductFilingExpired,

    /// <summary>A harvest was made inside a pre-harvest interval (安全间隔期内采收, BT4).</summary>
    IntervalViolated,
}
