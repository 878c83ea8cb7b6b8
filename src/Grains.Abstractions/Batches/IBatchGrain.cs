using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Batches;

/// <summary>One batch (生产批次) and its stage records.</summary>
[Alias("batch-grain")]
public interface IBatchGrain : IGrainWithStringKey
{
    /// <summary>For people of the enterprise and those who oversee its district; to others there is no such batch.</summary>
    [Alias("get-for")] Task<Result<BatchView>> GetFor(Caller by);

    /// <summary>What this caller may do with it now, by the very rules that decide.</summary>
    [Alias("judge")] Task<Result<BatchVerdicts>> Judge(Caller by);

    /// <summary>Whether a declaration of conformity may be printed, for whoever may read the batch.</summary>
    [Alias("judge-declaring")] Task<Result<Verdict>> JudgeDeclaring(Caller by);

    [Alias("open")] Task<Result<BatchView>> Open(OpenBatch command);

    [Alias("edit")] Task<Result<BatchView>> Edit(EditBatch command);

    [Alias("complete")] Task<Result<BatchView>> Complete(CompleteBatch command);

    [Alias("reopen")] Task<Result<BatchView>> Reopen(ReopenBatch command);

    [Alias("void")] Task<Result<BatchView>> Void(VoidBatch command);

    [Alias("add-stage")] Task<Result<BatchView>> AddStage(ChooseStage command);

    [Alias("remove-stage")] Task<Result<BatchView>> RemoveStage(ChooseStage command);

    [Alias("get-record-for")] Task<Result<StageRecordView>> GetRecordFor(Caller by, string id);

    [Alias("add-record")] Task<Result<StageRecordView>> AddRecord(AddStageRecord command);

    [Alias("change-record")] Task<Result<StageRecordView>> ChangeRecord(ChangeStageRecord command);

    [Alias("submit-record")] Task<Result<StageRecordView>> SubmitRecord(SubmitStageRecord command);

    [Alias("delete-record")] Task<Result<StageRecordView>> DeleteRecord(DeleteStageRecord command);

    [Alias("declare")] Task<Result<DeclarationView>> Declare(IssueDeclaration command);
}
