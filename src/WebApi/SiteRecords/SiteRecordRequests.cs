using Suyuan.Accounts;
using Suyuan.Forms;

namespace Suyuan.SiteRecords;

/// <summary>A record to begin.</summary>
/// <param name="Form">maintenance, sanitation, health-check, training, test-report, input-use, or one of the installation's own.</param>
public sealed record SiteRecordRequest(string Form, FormAnswers Answers)
{
    public AddSiteRecord ToCommand(Caller by) => new(by, Form, Answers);
}

/// <summary>A record's answers, whole.</summary>
public sealed record EditSiteRecordRequest(FormAnswers Answers)
{
    public EditSiteRecord ToCommand(Caller by, int? revision) => new(by, Answers, revision);
}
