using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Batches.Tests;

public sealed class BatchTests
{
    [Fact]
    public void Batch_takes_product_category_and_stages_from_the_filing_BT1_BT2()
    {
        var batch = Given.Running();

        Assert.Equal(("径山毛峰", "tea", BatchState.Running), (batch.ProductName, batch.Category, batch.State));
        Assert.Equal(Given.Catalogue.TemplateOf("tea").Select(form => form.Key), batch.Stages.Select(stage => stage.Stage));
        Assert.Contains("plucking", batch.Stages.Select(stage => stage.Stage));
    }

    [Fact]
    public void Batch_is_of_a_product_that_is_filed_BT1()
    {
        var facts = Given.Facts();

        Refused.With(
            BatchRefusals.ProductNotFiled("f1"), Given.Opened(Given.Command, facts with { Standing = facts.Standing with { Product = null } }));
        Refused.With(
            EnterpriseRefusals.FilingRequired(Given.Enterprise, false, 1),
            Given.Opened(Given.Command, facts with { Standing = facts.Standing with { EnterpriseIssued = false } }));
    }

    [Fact]
    public void Batch_needs_profile_and_zone_EN1()
    {
        var facts = Given.Facts();

        Refused.With(
            EnterpriseRefusals.ProfileRequired, Given.Opened(Given.Command, facts with { Grounds = facts.Grounds with { Profile = false } }));
        Refused.With(
            EnterpriseRefusals.ZoneRequired,
            Given.Opened(Given.Command, facts with { Grounds = facts.Grounds with { Zones = false, Zone = false } }));
        Refused.With(
            EnterpriseRefusals.UnknownZone("z1"), Given.Opened(Given.Command, facts with { Grounds = facts.Grounds with { Zone = false } }));
    }

    [Fact]
    public void Plots_lie_in_the_batch_s_zone_BT1()
    {
        Refused.With(BatchRefusals.PlotNotInZone("p9"), Given.Opened(Given.Command with { Plots = ["p1", "p9"] }, Given.Facts()));
        Assert.Equal(["p1"], Given.Opened(Given.Command with { Plots = ["p1", "p1"] }, Given.Facts()).Value.Plots.AsEnumerable());
    }

    [Fact]
    public void Wrong_answers_are_refused_FM1()
    {
        var fault = new FieldFault("plannedStart", FormRefusals.Required);

        Refused.With(FormRefusals.AnswersInvalid([fault]), Given.Opened(Given.Command, Given.Facts("", fault)));
    }

    [Fact]
    public void The_same_request_again_answers_as_before_BT1()
    {
        var batch = Given.Running();

        Assert.Same(batch, batch.Open(Given.Enterprise, Given.Number, Given.Command, Given.Facts()).Value);
        Refused.With(
            BatchRefusals.ExistsWithDifferentContent(Given.Number),
            batch.Open(Given.Enterprise, Given.Number, Given.Command, Given.Facts("另一个")));
    }

    /// <summary>Every deed in every state: null is allowed.</summary>
    [Theory]
    [InlineData(BatchState.Running, "edit", null)]
    [InlineData(BatchState.Running, "complete", null)]
    [InlineData(BatchState.Running, "reopen", "batch/not-completed")]
    [InlineData(BatchState.Running, "void", null)]
    [InlineData(BatchState.Running, "add-stage", null)]
    [InlineData(BatchState.Running, "remove-stage", null)]
    [InlineData(BatchState.Running, "add-record", null)]
    [InlineData(BatchState.Running, "change-record", null)]
    [InlineData(BatchState.Running, "submit-record", null)]
    [InlineData(BatchState.Running, "delete-record", null)]
    [InlineData(BatchState.Completed, "edit", "batch/not-running")]
    [InlineData(BatchState.Completed, "complete", null)]
    [InlineData(BatchState.Completed, "reopen", null)]
    [InlineData(BatchState.Completed, "void", "batch/not-running")]
    [InlineData(BatchState.Completed, "add-stage", "batch/not-running")]
    [InlineData(BatchState.Completed, "remove-stage", "batch/not-running")]
    [InlineData(BatchState.Completed, "add-record", "batch/not-running")]
    [InlineData(BatchState.Completed, "change-record", "batch/not-running")]
    [InlineData(BatchState.Completed, "submit-record", "batch/not-running")]
    [InlineData(BatchState.Completed, "delete-record", "batch/not-running")]
    [InlineData(BatchState.Void, "edit", "batch/not-running")]
    [InlineData(BatchState.Void, "complete", "batch/not-running")]
    [InlineData(BatchState.Void, "reopen", "batch/not-running")]
    [InlineData(BatchState.Void, "void", null)]
    [InlineData(BatchState.Void, "add-stage", "batch/not-running")]
    [InlineData(BatchState.Void, "remove-stage", "batch/not-running")]
    [InlineData(BatchState.Void, "add-record", "batch/not-running")]
    [InlineData(BatchState.Void, "change-record", "batch/not-running")]
    [InlineData(BatchState.Void, "submit-record", "batch/not-running")]
    [InlineData(BatchState.Void, "delete-record", "batch/not-running")]
    public void What_is_allowed_in_which_state_BT5(BatchState state, string deed, string? code)
    {
        var batch = Given.In(state);
        var kept = new StageRecord { Id = "s1", Revision = 1, Stage = "sale" };
        var record = Given.Record("sale", [], kept);
        var tried = deed switch
        {
            "edit" => batch.Edit(Given.EditCommand, Given.Facts("改")),
            "complete" => batch.Complete(new(Given.Recorder, null), Given.By),
            "reopen" => batch.Reopen(new(Given.Administrator, "补录", null), Given.By),
            "void" => batch.Void(new(Given.Recorder, null, null), false, Given.By),
            "add-stage" => batch.AddStage(new(Given.Recorder, "grafting"), Given.Catalogue),
            "remove-stage" => batch.RemoveStage(new(Given.Recorder, "pruning")),
            "add-record" => batch.AddRecord(Given.Add("s2", "sale"), record with { Kept = null }),
            "change-record" => batch.ChangeRecord(Given.Change("s1"), Given.Record("sale", new() { ["buyer"] = "x" }, kept)),
            "submit-record" => batch.SubmitRecord(new(Given.Recorder, "s1", null), record),
            _ => batch.DeleteRecord(Given.Delete("s1"), record),
        };

        Assert.Equal(code, tried.Refusal?.Code);
        if (code == "batch/not-running") Refused.With(BatchRefusals.NotRunning(Given.Number, state), tried);
    }

    [Fact]
    public void Only_the_administrator_reopens_and_says_why_BT5()
    {
        var batch = Given.Completed();

        Refused.With(SharedRefusals.Forbidden, batch.Reopen(new(Given.Recorder, "补录", null), Given.By));
        Refused.With(BatchRefusals.ReasonRequired, batch.Reopen(new(Given.Administrator, " ", null), Given.By));
        Refused.With(BatchRefusals.NotCompleted(Given.Number), Given.Running().Reopen(new(Given.Administrator, "补录", null), Given.By));
        Assert.Equal(BatchState.Running, batch.Reopen(new(Given.Administrator, "补录", null), Given.By).Value.State);
    }

    [Fact]
    public void A_batch_with_codes_is_not_voided_BT5() => Refused.With(
        BatchRefusals.CodesBound(Given.Number), Given.Running().Void(new(Given.Recorder, null, null), true, Given.By));

    [Fact]
    public void Stages_come_from_the_catalogue_and_go_while_they_are_empty_BT2()
    {
        var batch = Given.Running();
        Refused.With(BatchRefusals.UnknownStage("batch"), batch.AddStage(new(Given.Recorder, "batch"), Given.Catalogue));
        Refused.With(BatchRefusals.UnknownStage("x"), batch.AddStage(new(Given.Recorder, "x"), Given.Catalogue));
        Assert.Same(batch, batch.AddStage(new(Given.Recorder, "pruning"), Given.Catalogue).Value);

        var grafted = batch.AddStage(new(Given.Recorder, "grafting"), Given.Catalogue).Value.With("g1", "grafting", []);
        Refused.With(BatchRefusals.StageNotEmpty("grafting", 1), grafted.RemoveStage(new(Given.Recorder, "grafting")));
        Assert.DoesNotContain("pruning", batch.RemoveStage(new(Given.Recorder, "pruning")).Value.Stages.Select(stage => stage.Stage));
        Refused.With(SharedRefusals.NotFound("stage"), batch.RemoveStage(new(Given.Recorder, "grafting")));
    }

    [Fact]
    public void An_added_stage_stands_with_its_group_in_the_menu_BT2()
    {
        var stages = Given.Running().AddStage(new(Given.Recorder, "grafting"), Given.Catalogue).Value.Stages.Select(stage => stage.Stage).ToList();

        Assert.Equal("grafting", stages[stages.IndexOf("plucking") + 1]);
        Assert.Equal("sale", stages[^1]);
    }

    [Fact]
    public void Changes_are_made_on_what_was_seen_BT3()
    {
        var batch = Given.Running();

        Refused.With(SharedRefusals.Stale(1), batch.Edit(Given.EditCommand with { ExpectedRevision = 9 }, Given.Facts("改")));
        Refused.With(SharedRefusals.Stale(1), batch.Complete(new(Given.Recorder, 9), Given.By));
        Refused.With(SharedRefusals.Stale(1), batch.Void(new(Given.Recorder, null, 9), false, Given.By));
    }

    [Fact]
    public void Verdicts_are_the_refusals_of_the_deeds_themselves_BT5()
    {
        var verdicts = Given.Completed().Judge(Given.Recorder, false);

        Assert.Equal("batch/not-running", verdicts.Edit.Refusals.Single().Code);
        Assert.Equal("common/forbidden", verdicts.Reopen.Refusals.Single().Code);
        Assert.True(Given.Completed().Judge(Given.Administrator, false).Reopen.Allowed);
        Assert.Equal("batch/codes-bound", Given.Running().Judge(Given.Recorder, true).Void.Refusals.Single().Code);
        Assert.False(Given.Running().Judge(new("r", Role.Regulator, "330000"), false).Edit.Allowed);
    }
}
