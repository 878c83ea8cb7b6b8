namespace Suyuan.Filings;

/// <summary>Where a filing stands (备案状态, FL2).</summary>
public enum FilingState
{
    /// <summary>Being written; nobody else has seen it (草稿).</summary>
    Draft,

    /// <summary>Waiting for the regulator (提交评审).</summary>
    Submitted,

    /// <summary>Sent back with an opinion (退回).</summary>
    Returned,

    /// <summary>Approved, with a certificate (已颁发).</summary>
    Issued,

    /// <summary>Revoked with a reason (注销).</summary>
    Revoked,

    /// <summary>Its certificate ran out (已过期). Never stored: it follows from the date.</summary>
    Expired,

    /// <summary>A draft that was thrown away (已删除); nothing shows it any more.</summary>
    Deleted,
}
