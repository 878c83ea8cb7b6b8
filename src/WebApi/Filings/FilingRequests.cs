using System.ComponentModel.DataAnnotations;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Filings;

/// <summary>Begins an application (创建申请).</summary>
/// <param name="Kind">What is filed.</param>
/// <param name="Answers">Answers to the kind's form, by field key; none yet where nothing is said.</param>
public sealed record CreateFilingRequest(FilingKind Kind, FormAnswers? Answers = null)
{
    public CreateFiling ToCommand(Caller by) => new(by, Kind, Answers ?? FormAnswers.Empty);
}

/// <summary>Answers to keep, all of them; what is left out is no longer answered.</summary>
/// <param name="Answers">By field key; a masked value that comes back stands for what is kept.</param>
public sealed record EditFilingRequest(FormAnswers Answers);

/// <summary>Begins an amendment (变更).</summary>
/// <param name="Answers">The answers that it begins with; those that were issued where nothing is said.</param>
public sealed record OpenAmendmentRequest(FormAnswers? Answers = null);

/// <summary>Sends a submission back (退回).</summary>
/// <param name="Opinion">What is missing or wrong, 1 to 500 characters.</param>
public sealed record ReturnFilingRequest([StringLength(2000)] string Opinion) : IGivesReason
{
    string? IGivesReason.Reason => Opinion;
}

/// <summary>Issues a certificate (颁发).</summary>
/// <param name="ValidFrom">Its first day; today where nothing is said.</param>
/// <param name="ValidTo">Its last day; three years where nothing is said.</param>
/// <param name="Opinion">What the regulator has to say, at most 500 characters.</param>
public sealed record IssueFilingRequest(DateOnly? ValidFrom = null, DateOnly? ValidTo = null, [StringLength(2000)] string? Opinion = null)
    : IGivesReason
{
    string? IGivesReason.Reason => Opinion;

    public IssueFiling ToCommand(Caller by, int? revision) => new()
    {
        By = by, ValidFrom = ValidFrom, ValidTo = ValidTo, Opinion = Opinion, ExpectedRevision = revision,
    };
}

/// <summary>Revokes a filing (注销).</summary>
/// <param name="Reason">Why, 1 to 500 characters.</param>
public sealed record RevokeFilingRequest([StringLength(2000)] string Reason) : IGivesReason;
