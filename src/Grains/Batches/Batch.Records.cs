using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Batches;

/// <summary>Decisions on the stage records of a batch (BT3, BT4).</summary>
public sealed partial record Batch
{
    internal Result<Batch> AddRecord(AddStageRecord command, RecordFacts facts)
    {
        if (facts.Kept is { } kept)
            return kept.Says(facts.Filled) ? this : BatchRefusals.RecordExistsWithDifferentContent(command.Id);
        if (AgainstChange() is { } fixedNow) return fixedNow;
        if (!Has(command.Stage)) return BatchRefusals.StageNotAdded(command.Stage);
        return Write(new StageRecord { Id = command.Id, Created = facts.By }.Saying(facts.Filled, facts.Today), facts.Filled, +1);
    }

    internal Result<Batch> ChangeRecord(ChangeStageRecord command, RecordFacts facts)
    {
        if (facts.Kept is not { } kept) return SharedRefusals.NotFound("stage-record");
        if (AgainstChange() is { } fixedNow) return fixedNow;
        if (Common.Revision.Outdated(kept.Revision, command.ExpectedRevision) is { } stale) return stale;
        if (kept.Says(facts.Filled)) return this;
        return Write(kept.Saying(facts.Filled, kept.OccurredOn) with { Changed = facts.By }, facts.Filled, 0);
    }

    /// <summary>The form's newest version judges, whichever the draft was made with.</summary>
    internal Result<Batch> SubmitRecord(SubmitStageRecord command, RecordFacts facts)
    {
        if (facts.Kept is not { } kept) return SharedRefusals.NotFound("stage-record");
        if (AgainstChange() is { } fixedNow) return fixedNow;
        if (kept.State is StageRecordState.Submitted) return this;
        if (Common.Revision.Outdated(kept.Revision, command.ExpectedRevision) is { } stale) return stale;
        if (facts.Filled.Refusal is { } wrong) return wrong;
        var submitted = kept.Saying(facts.Filled, kept.OccurredOn) with { State = StageRecordState.Submitted, Submitted = facts.By };
        return Write(submitted, facts.Filled, 0);
    }

    internal Result<Batch> DeleteRecord(DeleteStageRecord command, RecordFacts facts)
    {
        if (facts.Kept is not { } kept) return SharedRefusals.NotFound("stage-record");
        if (AgainstChange() is { } fixedNow) return fixedNow;
        if (Common.Revision.Outdated(kept.Revision, command.ExpectedRevision) is { } stale) return stale;
        var fits = kept.State is StageRecordState.Draft
            ? Wording.FitsOrIsEmpty(command.Reason, Wording.ReasonLength)
            : Wording.Fits(command.Reason, Wording.ReasonLength);
        if (!fits) return BatchRefusals.ReasonRequired;
        return Write(kept with { Revision = kept.Revision + 1, Deleted = facts.By }, facts.Filled, -1);
    }

    internal StageRecordView RecordView(StageRecord record) =>
        record.ToView(Harvests.FirstOrDefault(harvest => harvest.Record == record.Id)?.LawfulFrom);

    /// <summary>
    /// Every harvest is judged anew by every application, whichever was recorded first: a harvest now being recorded is refused when it is
    /// too early, one that stands is marked.
    /// </summary>
    private Result<Batch> Write(StageRecord record, FilledForm filled, int more)
    {
        var (applied, harvested) = record.Deleted is null
            ? (PreHarvestInterval.PestControlOf(record.Id, filled), PreHarvestInterval.HarvestOf(record.Id, filled))
            : (null, null);
        var applications = Applications.RemoveAll(one => one.Record == record.Id);
        if (applied is not null) applications = applications.Add(applied);

        var before = Harvests.FirstOrDefault(one => one.Record == record.Id);
        var harvests = Harvests.RemoveAll(one => one.Record == record.Id);
        if (harvested is not null)
        {
            // One that stands where and when it was is not asked again: it was marked, and its other answers may be put right.
            var judged = PreHarvestInterval.Judged(harvested, applications);
            if (judged.LawfulFrom is { } lawful && before?.IsWhereAndWhen(harvested) is not true)
                return BatchRefusals.HarvestTooEarly(judged.Date, lawful);
            harvests = harvests.Add(judged);
        }

        return this with
        {
            Revision = Revision + 1,
            Written = record,
            Applications = applications,
            Harvests = [.. harvests.Select(harvest => PreHarvestInterval.Judged(harvest, applications))],
            Stages = [.. Stages.Select(one => one.Stage == record.Stage ? one with { Records = one.Records + more } : one)],
        };
    }
}
