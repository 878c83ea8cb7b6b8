using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Batches.Tests;

public sealed class StageRecordTests
{
    [Fact]
    public void A_record_is_added_as_a_draft_by_whom_and_when_BT3()
    {
        var batch = Given.Running().With("p1", "pruning", Given.Plucking("2026-03-01"));

        var record = batch.Written!;
        Assert.Equal((StageRecordState.Draft, 1, Given.By, new DateOnly(2026, 3, 1)), (record.State, record.Revision, record.Created, record.OccurredOn));
        Assert.Equal(1, batch.Stages.Single(stage => stage.Stage == "pruning").Records);
        Assert.Null(batch.Complete(new(Given.Recorder, null), Given.By).Value.Written);
    }

    [Fact]
    public void A_record_without_a_date_is_of_today_BT3() =>
        Assert.Equal(Given.Today, Given.Running().With("p1", "pruning", []).Written!.OccurredOn);

    [Fact]
    public void A_record_belongs_to_a_stage_of_the_batch_BT2() => Refused.With(
        BatchRefusals.StageNotAdded("grafting"), Given.Running().AddRecord(Given.Add("g1", "grafting"), Given.Record("grafting", [])));

    [Fact]
    public void The_same_record_again_changes_nothing_and_another_is_refused_BT3()
    {
        var batch = Given.Running().With("p1", "pruning", Given.Plucking("2026-03-01"));

        var again = batch.AddRecord(Given.Add("p1", "pruning"), Given.Record("pruning", Given.Plucking("2026-03-01"), batch.Written));
        Assert.Same(batch, again.Value);
        Refused.With(
            BatchRefusals.RecordExistsWithDifferentContent("p1"),
            batch.AddRecord(Given.Add("p1", "pruning"), Given.Record("pruning", Given.Plucking("2026-03-02"), batch.Written)));
    }

    [Fact]
    public void A_draft_keeps_faults_and_a_submission_does_not_BT3()
    {
        var fault = new FieldFault("date", FormRefusals.Required);
        var batch = Given.Running().AddRecord(Given.Add("p1", "pruning"), Given.Record("pruning", [], null, fault)).Value;

        Refused.With(
            FormRefusals.AnswersInvalid([fault]),
            batch.SubmitRecord(new(Given.Recorder, "p1", null), Given.Record("pruning", [], batch.Written, fault)));
        var submitted = batch.SubmitRecord(new(Given.Recorder, "p1", 1), Given.Record("pruning", [], batch.Written)).Value;
        Assert.Equal((StageRecordState.Submitted, 2, Given.By), (submitted.Written!.State, submitted.Written.Revision, submitted.Written.Submitted));
        Assert.Same(submitted, submitted.SubmitRecord(new(Given.Recorder, "p1", null), Given.Record("pruning", [], submitted.Written)).Value);
    }

    [Fact]
    public void A_change_is_made_on_what_was_seen_and_asks_for_a_new_submission_BT3()
    {
        var batch = Given.Running().With("p1", "pruning", Given.Plucking("2026-03-01"));
        batch = batch.SubmitRecord(new(Given.Recorder, "p1", null), Given.Record("pruning", Given.Plucking("2026-03-01"), batch.Written)).Value;
        var changed = Given.Record("pruning", Given.Plucking("2026-03-02"), batch.Written);

        Refused.With(SharedRefusals.Stale(2), batch.ChangeRecord(Given.Change("p1", 1), changed));
        var after = batch.ChangeRecord(Given.Change("p1", 2), changed).Value;
        Assert.Equal((StageRecordState.Draft, 3, new DateOnly(2026, 3, 2)), (after.Written!.State, after.Written.Revision, after.Written.OccurredOn));
        Assert.Null(after.Written.Submitted);
        Assert.Equal(1, after.Stages.Single(stage => stage.Stage == "pruning").Records);
        Refused.With(SharedRefusals.Stale(3), after.SubmitRecord(new(Given.Recorder, "p1", 2), changed with { Kept = after.Written }));
    }

    [Fact]
    public void A_submitted_record_is_deleted_with_a_reason_BT3()
    {
        var batch = Given.Running().With("p1", "pruning", []);
        var draft = Given.Record("pruning", [], batch.Written);
        var submitted = batch.SubmitRecord(new(Given.Recorder, "p1", null), draft).Value;
        var kept = draft with { Kept = submitted.Written };

        Assert.NotNull(batch.DeleteRecord(Given.Delete("p1"), draft).Value.Written!.Deleted);
        Refused.With(BatchRefusals.ReasonRequired, submitted.DeleteRecord(Given.Delete("p1"), kept));
        Refused.With(SharedRefusals.Stale(2), submitted.DeleteRecord(Given.Delete("p1", "重复录入", 1), kept));
        Assert.Equal(0, submitted.DeleteRecord(Given.Delete("p1", "重复录入"), kept).Value.Stages.Single(stage => stage.Stage == "pruning").Records);
    }

    [Fact]
    public void What_is_not_there_is_not_found_BT3()
    {
        var nothing = Given.Record("pruning", []);

        Refused.With(SharedRefusals.NotFound("stage-record"), Given.Running().ChangeRecord(Given.Change("x"), nothing));
        Refused.With(SharedRefusals.NotFound("stage-record"), Given.Running().SubmitRecord(new(Given.Recorder, "x", null), nothing));
        Refused.With(SharedRefusals.NotFound("stage-record"), Given.Running().DeleteRecord(Given.Delete("x"), nothing));
    }
}
