using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Forms;
using Suyuan.Inputs;

namespace Suyuan.Batches;

/// <summary>
/// Stage records. A record as it stands is read from the table that the batch's own writes keep: nobody else writes there, and a write on
/// an older batch is refused, so between the look and the write it cannot have changed.
/// </summary>
internal sealed partial class BatchGrain
{
    public async Task<Result<StageRecordView>> GetRecordFor(Caller by, string id)
    {
        if (await Hidden(by) is { } refusal) return refusal;
        return await Record(id) is { } record ? stored.State.RecordView(record) : SharedRefusals.NotFound("stage-record");
    }

    public async Task<Result<StageRecordView>> AddRecord(AddStageRecord command)
    {
        if (await Closed(command.By) is { } refusal) return refusal;
        if (gathering.Stage(command.Stage) is null) return BatchRefusals.UnknownStage(command.Stage);
        var kept = await Record(command.Id);
        var known = await gathering.ForRecord(stored.State, command.Stage, command.Answers, kept, gathering.By(command.By.Account));
        return await Decide(command.Id, batch => batch.AddRecord(command, known), known);
    }

    public async Task<Result<StageRecordView>> ChangeRecord(ChangeStageRecord command)
    {
        var known = await Gather(command.By, command.Id, command.Answers);
        return known.Refused
            ? known.Refusal
            : await Decide(command.Id, batch => batch.ChangeRecord(command, known.Value), known.Value);
    }

    public async Task<Result<StageRecordView>> SubmitRecord(SubmitStageRecord command)
    {
        var known = await Gather(command.By, command.Id);
        return known.Refused
            ? known.Refusal
            : await Decide(command.Id, batch => batch.SubmitRecord(command, known.Value), known.Value);
    }

    public async Task<Result<StageRecordView>> DeleteRecord(DeleteStageRecord command)
    {
        var known = await Gather(command.By, command.Id, reason: command.Reason);
        return known.Refused
            ? known.Refusal
            : await Decide(command.Id, batch => batch.DeleteRecord(command, known.Value), known.Value);
    }

    private async Task<Result<RecordFacts>> Gather(Caller by, string id, FormAnswers? given = null, string? reason = null)
    {
        if (await Closed(by) is { } refusal) return refusal;
        if (await Record(id) is not { } kept) return SharedRefusals.NotFound("stage-record");
        if (gathering.Stage(kept.Stage) is null) return BatchRefusals.UnknownStage(kept.Stage);
        return await gathering.ForRecord(stored.State, kept.Stage, given ?? kept.Answers, kept, gathering.By(by.Account, reason));
    }

    private Task<Result<StageRecordView>> Decide(string id, Func<Batch, Result<Batch>> decision, RecordFacts known)
    {
        var draw = new InputDraw($"{this.GetPrimaryKeyString()}/{id}", Enterprise, known.Filled.Answers);
        var before = stored.State;
        return this.Decide(
            stored,
            decision,
            batch => batch.RecordView(ReferenceEquals(batch, before) ? known.Kept! : batch.Written!),
            constraint => draw.RefusalOf(constraint, facts));
    }

    private Task<StageRecord?> Record(string id) => gathering.Record(Enterprise, Number, id);
}
