using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Filings;

/// <summary>Who may do what with a filing in which state: the whole life of a filing on one screen (FL2, FL3).</summary>
internal static class FilingRules
{
    /// <summary>Everything that keeps this caller from the deed now; the first is the answer to an attempt.</summary>
    public static IEnumerable<Refusal> Against(this Filing filing, FilingDeed deed, Caller by, FilingFacts facts)
    {
        if (filing.AgainstCaller(deed, by, facts) is { } forbidden)
        {
            yield return forbidden;
            if (!filing.VisibleTo(by, facts)) yield break;
        }

        if (filing.AgainstState(deed, facts.Today) is { } refusal) yield return refusal;
    }

    /// <summary>A draft is its enterprise's alone; whoever oversees the district knows of a filing once it was submitted.</summary>
    public static bool VisibleTo(this Filing filing, Caller by, FilingFacts facts) =>
        filing.Revision > 0 && filing.State is not FilingState.Deleted
        && (by.WorksFor(filing.Enterprise) || by.IsPlatform
            || (by.Oversees(facts.Enterprise.District) && filing.State is not FilingState.Draft));

    public static Refusal? AgainstCaller(this Filing filing, FilingDeed deed, Caller by, FilingFacts facts)
    {
        if (!filing.VisibleTo(by, facts)) return SharedRefusals.NotFound("filing");
        if (!IsDecision(deed)) return by.WorksFor(filing.Enterprise) ? null : SharedRefusals.Forbidden;
        if (by.Role is not Role.Regulator) return SharedRefusals.Forbidden;
        return facts.OwnEnterprise ? FilingRefusals.OwnEnterprise(filing.Enterprise) : null;
    }

    private static Refusal? AgainstState(this Filing filing, FilingDeed deed, DateOnly today) => deed switch
    {
        FilingDeed.Edit or FilingDeed.Submit or FilingDeed.Delete => AgainstWriting(filing),
        FilingDeed.Withdraw or FilingDeed.Return or FilingDeed.Issue => filing.State switch
        {
            FilingState.Submitted => null,
            FilingState.Revoked => FilingRefusals.Revoked,
            _ => FilingRefusals.NotSubmitted,
        },
        FilingDeed.Revoke => filing.StateOn(today) switch
        {
            FilingState.Issued => null,
            FilingState.Expired => FilingRefusals.Expired,
            FilingState.Revoked => FilingRefusals.Revoked,
            _ => FilingRefusals.NotIssued,
        },
        _ => AgainstAmending(filing, deed),
    };

    private static Refusal? AgainstWriting(Filing filing) => filing.State switch
    {
        FilingState.Draft or FilingState.Returned => null,
        FilingState.Submitted => FilingRefusals.Submitted,
        FilingState.Revoked => FilingRefusals.Revoked,
        _ => FilingRefusals.Issued,
    };

    /// <summary>What was issued may be amended, also once it expired: that is how it is renewed.</summary>
    private static Refusal? AgainstAmending(Filing filing, FilingDeed deed)
    {
        if (filing.State is FilingState.Revoked) return FilingRefusals.Revoked;
        if (filing.Certificate is null) return FilingRefusals.NotIssued;
        if (deed is FilingDeed.OpenAmendment) return filing.Application is null ? null : FilingRefusals.AmendmentExists;
        if (filing.Application is not { } amendment) return FilingRefusals.NoAmendment;
        var submitted = amendment.State is FilingState.Submitted;
        return deed is FilingDeed.EditAmendment or FilingDeed.SubmitAmendment or FilingDeed.DropAmendment
            ? submitted ? FilingRefusals.Submitted : null
            : submitted ? null : FilingRefusals.NotSubmitted;
    }

    private static bool IsDecision(FilingDeed deed) => deed is FilingDeed.Return or FilingDeed.Issue or FilingDeed.Revoke
        or FilingDeed.ReturnAmendment or FilingDeed.IssueAmendment;
}
