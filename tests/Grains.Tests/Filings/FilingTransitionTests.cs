using Suyuan.Common;

namespace Suyuan.Filings.Tests;

/// <summary>Every standing with every deed: a state or a deed added later fails here until it has its line.</summary>
public sealed class FilingTransitionTests
{
    public enum Standing
    {
        Draft,
        Submitted,
        Returned,
        Issued,
        Expired,
        Amending,
        AmendmentSubmitted,
        AmendmentReturned,
        Revoked,
        Deleted,
    }

    private const string Writing = "filing/submitted";
    private const string NotSubmitted = "filing/not-submitted";
    private const string NotIssued = "filing/not-issued";
    private const string Issued = "filing/issued";
    private const string Revoked = "filing/revoked";
    private const string NoAmendment = "filing/no-amendment";
    private const string NotThere = "common/not-found";

    /// <summary>What each deed comes to in each standing: where the filing stands then, or what it is refused with.</summary>
    private static readonly Dictionary<Standing, string[]> Rows = new()
    {
        //                        Edit, Submit, Withdraw, Delete, Return, Issue, Revoke
        [Standing.Draft] = ["Draft", "Submitted", NotSubmitted, "Deleted", NotThere, NotThere, NotThere],
        [Standing.Submitted] = [Writing, "Submitted", "Draft", Writing, "Returned", "Issued", NotIssued],
        [Standing.Returned] = ["Returned", "Submitted", NotSubmitted, "Deleted", NotSubmitted, NotSubmitted, NotIssued],
        [Standing.Issued] = [Issued, Issued, NotSubmitted, Issued, NotSubmitted, "Issued", "Revoked"],
        [Standing.Expired] = [Issued, Issued, NotSubmitted, Issued, NotSubmitted, "Expired", "filing/expired"],
        [Standing.Amending] = [Issued, Issued, NotSubmitted, Issued, NotSubmitted, NotSubmitted, "Revoked"],
        [Standing.AmendmentSubmitted] = [Issued, Issued, NotSubmitted, Issued, NotSubmitted, NotSubmitted, "Revoked"],
        [Standing.AmendmentReturned] = [Issued, Issued, NotSubmitted, Issued, NotSubmitted, NotSubmitted, "Revoked"],
        [Standing.Revoked] = [Revoked, Revoked, Revoked, Revoked, Revoked, Revoked, Revoked],
        [Standing.Deleted] = [NotThere, NotThere, NotThere, "Deleted", NotThere, NotThere, NotThere],
    };

    private static readonly Dictionary<Standing, string[]> AmendmentRows = new()
    {
        //                        Open, Edit, Submit, Withdraw, Drop, Return, Issue
        [Standing.Draft] = [NotIssued, NotIssued, NotIssued, NotIssued, NotIssued, NotThere, NotThere],
        [Standing.Submitted] = [NotIssued, NotIssued, NotIssued, NotIssued, NotIssued, NotIssued, NotIssued],
        [Standing.Returned] = [NotIssued, NotIssued, NotIssued, NotIssued, NotIssued, NotIssued, NotIssued],
        [Standing.Issued] = ["Amending", NoAmendment, NoAmendment, NoAmendment, NoAmendment, NoAmendment, NoAmendment],
        [Standing.Expired] = ["Amending", NoAmendment, NoAmendment, NoAmendment, NoAmendment, NoAmendment, NoAmendment],
        [Standing.Amending] =
            ["filing/amendment-exists", "Amending", "AmendmentSubmitted", NotSubmitted, "Issued", NotSubmitted, NotSubmitted],
        [Standing.AmendmentSubmitted] =
            ["filing/amendment-exists", Writing, "AmendmentSubmitted", "Amending", Writing, "AmendmentReturned", "Issued"],
        [Standing.AmendmentReturned] =
            ["filing/amendment-exists", "AmendmentReturned", "AmendmentSubmitted", NotSubmitted, "Issued", NotSubmitted, NotSubmitted],
        [Standing.Revoked] = [Revoked, Revoked, Revoked, Revoked, Revoked, Revoked, Revoked],
        [Standing.Deleted] = [NotThere, NotThere, NotThere, NotThere, NotThere, NotThere, NotThere],
    };

    public static TheoryData<Standing, FilingDeed, string> Table
    {
        get
        {
            var table = new TheoryData<Standing, FilingDeed, string>();
            foreach (var standing in Enum.GetValues<Standing>())
            {
                foreach (var deed in Enum.GetValues<FilingDeed>())
                {
                    var amends = deed.IsOfAmendment();
                    table.Add(standing, deed, (amends ? AmendmentRows : Rows)[standing][deed - (amends ? FilingDeed.OpenAmendment : FilingDeed.Edit)]);
                }
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Standing_and_deed_decide_FL2(Standing standing, FilingDeed deed, string outcome)
    {
        var (filing, facts) = Of(standing);

        var decided = Do(filing, deed, facts);

        if (outcome.Contains('/', StringComparison.Ordinal)) Assert.Equal(outcome, decided.Refusal?.Code);
        else Assert.Equal(outcome, StandingOf(decided.Value, facts));
    }

    /// <summary>Why-not answers what the attempt is refused with; a deed that is done already is no longer offered.</summary>
    [Theory]
    [MemberData(nameof(Table))]
    public void Why_not_says_what_the_attempt_is_refused_with_FL2(Standing standing, FilingDeed deed, string outcome)
    {
        var (filing, facts) = Of(standing);
        var done = ReferenceEquals(Do(filing, deed, facts) is { Refused: false } same ? same.Value : null, filing);

        var verdict = filing.Judge(By(deed), facts).On(deed);

        if (outcome.Contains('/', StringComparison.Ordinal)) Assert.Equal(outcome, verdict.Refusals[0].Code);
        else Assert.Equal(!done, verdict.Allowed);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void A_deed_on_an_outdated_revision_is_stale_wherever_it_would_change_something(Standing standing, FilingDeed deed, string outcome)
    {
        var (filing, facts) = Of(standing);
        if (Do(filing, deed, facts) is not { Refused: false } done || ReferenceEquals(done.Value, filing)) return;

        Assert.Equal(SharedRefusals.Stale(filing.Revision).Code, Do(filing, deed, facts, filing.Revision - 1).Refusal?.Code);
        Assert.NotEmpty(outcome);
        Assert.Equal(filing.Revision + 1, Do(filing, deed, facts, filing.Revision).Value.Revision);
    }

    private static (Filing Filing, FilingFacts Facts) Of(Standing standing) => standing switch
    {
        Standing.Draft => (Given.Draft(), Given.Facts),
        Standing.Submitted => (Given.Submitted(), Given.Facts),
        Standing.Returned => (Given.Returned(), Given.Facts),
        Standing.Issued => (Given.Issued(), Given.Facts),
        Standing.Expired => (Given.Issued(), Given.At(new(2029, 11, 2))),
        Standing.Amending => (Given.Amending(), Given.Facts),
        Standing.AmendmentSubmitted => (Given.AmendmentSubmitted(), Given.Facts),
        Standing.AmendmentReturned => (Given.AmendmentReturned(), Given.Facts),
        Standing.Revoked => (Given.Revoked(), Given.Facts),
        Standing.Deleted => (Given.Deleted(), Given.Facts),
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    private static string StandingOf(Filing filing, FilingFacts facts) => filing switch
    {
        { Certificate: not null, Application: { } amendment, RevokedFor: null } =>
            amendment.State is FilingState.Draft ? "Amending" : $"Amendment{amendment.State}",
        _ => filing.StateOn(facts.Today).ToString(),
    };

    private static Accounts.Caller By(FilingDeed deed) => deed is FilingDeed.Return or FilingDeed.Issue or FilingDeed.Revoke
        or FilingDeed.ReturnAmendment or FilingDeed.IssueAmendment ? Given.Regulator : Given.Administrator;

    private static Result<Filing> Do(Filing filing, FilingDeed deed, FilingFacts facts, int? revision = null)
    {
        var by = By(deed);
        return deed switch
        {
            FilingDeed.Edit or FilingDeed.EditAmendment =>
                filing.Edit(deed, new(by, Given.Product().Answers, revision), Given.Product("龙井"), facts),
            FilingDeed.Submit or FilingDeed.SubmitAmendment => filing.Submit(deed, new(by, revision), Given.Product(), facts),
            FilingDeed.Withdraw or FilingDeed.WithdrawAmendment => filing.Withdraw(deed, new(by, revision), facts),
            FilingDeed.Delete or FilingDeed.DropAmendment => filing.Delete(deed, new(by, revision), facts),
            FilingDeed.Return or FilingDeed.ReturnAmendment => filing.Return(deed, new(by, "请补充", revision), facts),
            FilingDeed.Issue or FilingDeed.IssueAmendment => filing.Issue(deed, Given.Issue() with { ExpectedRevision = revision }, facts),
            FilingDeed.Revoke => filing.Revoke(new(by, "违规", revision), facts),
            FilingDeed.OpenAmendment => filing.OpenAmendment(new(by, null, revision), Given.Product(), facts),
            _ => throw new ArgumentOutOfRangeException(nameof(deed)),
        };
    }
}
