namespace Suyuan.SiteRecords;

/// <summary>Where a site record stands.</summary>
public enum SiteRecordState
{
    /// <summary>Being written; it may be incomplete and draws on no stock.</summary>
    Draft,

    /// <summary>Submitted (提交): complete. It may still be corrected, and its history tells.</summary>
    Submitted,

    /// <summary>Entered by mistake: no list shows it unasked, and what it drew is given back.</summary>
    Deleted,
}
