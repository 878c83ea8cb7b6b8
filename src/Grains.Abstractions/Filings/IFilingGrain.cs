using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Filings;

/// <summary>One filing (备案).</summary>
[Alias("filing-grain")]
public interface IFilingGrain : IGrainWithStringKey
{
    /// <summary>Not found when the filing is not the caller's to know of: a draft is its enterprise's alone.</summary>
    [Alias("get-for")] Task<Result<FilingView>> GetFor(Caller by);

    /// <summary>What this caller may do with it now, by the very rules that decide.</summary>
    [Alias("judge")] Task<Result<FilingVerdicts>> Judge(Caller by);

    [Alias("create")] Task<Result<FilingView>> Create(CreateFiling command);

    [Alias("edit")] Task<Result<FilingView>> Edit(EditFiling command);

    [Alias("submit")] Task<Result<FilingView>> Submit(SubmitFiling command);

    [Alias("withdraw")] Task<Result<FilingView>> Withdraw(WithdrawFiling command);

    [Alias("delete")] Task<Result<FilingView>> Delete(DeleteFiling command);

    [Alias("return")] Task<Result<FilingView>> Return(ReturnFiling command);

    [Alias("issue")] Task<Result<FilingView>> Issue(IssueFiling command);

    [Alias("revoke")] Task<Result<FilingView>> Revoke(RevokeFiling command);

    /// <summary>Begins an amendment from the answers given, or from those that stand.</summary>
    [Alias("open-amendment")] Task<Result<FilingView>> OpenAmendment(OpenAmendment command);

    [Alias("edit-amendment")] Task<Result<FilingView>> EditAmendment(EditFiling command);

    [Alias("submit-amendment")] Task<Result<FilingView>> SubmitAmendment(SubmitFiling command);

    [Alias("withdraw-amendment")] Task<Result<FilingView>> WithdrawAmendment(WithdrawFiling command);

    [Alias("drop-amendment")] Task<Result<FilingView>> DropAmendment(DeleteFiling command);

    [Alias("return-amendment")] Task<Result<FilingView>> ReturnAmendment(ReturnFiling command);

    [Alias("issue-amendment")] Task<Result<FilingView>> IssueAmendment(IssueFiling command);
}
