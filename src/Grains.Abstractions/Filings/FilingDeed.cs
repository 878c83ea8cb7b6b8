namespace Suyuan.Filings;

/// <summary>What may be done with a filing. Those of an amendment (变更) are done to it while what was issued stands.</summary>
public enum FilingDeed
{
    Edit,

    /// <summary>Submit for review (提交评审).</summary>
    Submit,

    /// <summary>Take a submission back before it is decided on (撤回).</summary>
    Withdraw,
    Delete,
    Return,
    Issue,
    Revoke,

    /// <summary>From here on, what is done to an amendment.</summary>
    OpenAmendment,
    EditAmendment,
    SubmitAmendment,
    WithdrawAmendment,
    DropAmendment,
    ReturnAmendment,
    IssueAmendment,
}
