using Suyuan.Common;

namespace Suyuan.SiteRecords;

/// <summary>Why something about site records is refused.</summary>
public static class SiteRecordRefusals
{
    /// <summary>The form is none of internal management, of tests or of issues.</summary>
    public static Refusal FormUnknown(string form) => Refusal.Unprocessable("site-record/form-unknown", ("form", form));

    /// <summary>A deleted record can only be read.</summary>
    public static Refusal Deleted => Refusal.Conflict("site-record/deleted");

    /// <summary>A deletion needs a reason of 1 to 500 characters.</summary>
    public static Refusal ReasonRequired => Refusal.Unprocessable("site-record/reason-required");

    /// <summary>The same id was made before with other content.</summary>
    public static Refusal ExistsWithDifferentContent(string id) =>
        Refusal.Conflict("site-record/exists-with-different-content", ("id", id));
}
