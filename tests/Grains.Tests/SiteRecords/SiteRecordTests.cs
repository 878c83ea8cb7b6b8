using Suyuan.Common;
using Suyuan.Forms;
using Suyuan.Inputs;

namespace Suyuan.SiteRecords.Tests;

public sealed class SiteRecordTests
{
    [Theory]
    [InlineData("maintenance")]
    [InlineData("sanitation")]
    [InlineData("health-check")]
    [InlineData("training")]
    [InlineData("test-report")]
    [InlineData("input-use")]
    public void Forms_of_management_of_tests_and_of_issues_are_site_records_SR1(string form) =>
        Assert.Equal(SiteRecordState.Draft, Given.Draft(Given.Filled(form, new { })).State);

    [Theory]
    [InlineData("input-pesticide")]
    [InlineData("input-purchase")]
    [InlineData("harvest")]
    [InlineData("enterprise-filing")]
    public void Other_forms_are_not_SR1(string form) =>
        Refused.With(SiteRecordRefusals.FormUnknown(form), new SiteRecord().Add("r1", Given.Filled(form, new { }), Given.By));

    /// <summary>Every state against every command: the state after, or the code of the refusal.</summary>
    [Theory]
    [InlineData(SiteRecordState.Draft, "edit", "Draft")]
    [InlineData(SiteRecordState.Draft, "submit", "Submitted")]
    [InlineData(SiteRecordState.Draft, "delete", "Deleted")]
    [InlineData(SiteRecordState.Submitted, "edit", "Submitted")]
    [InlineData(SiteRecordState.Submitted, "submit", "Submitted")]
    [InlineData(SiteRecordState.Submitted, "delete", "Deleted")]
    [InlineData(SiteRecordState.Deleted, "edit", "site-record/deleted")]
    [InlineData(SiteRecordState.Deleted, "submit", "site-record/deleted")]
    [InlineData(SiteRecordState.Deleted, "delete", "Deleted")]
    public void States_and_commands_SR1(SiteRecordState state, string command, string outcome)
    {
        var record = Given.In(state);
        var result = command switch
        {
            "edit" => record.Edit(Given.Sanitation("冷库"), record.Revision, Given.By),
            "submit" => record.Submit(Given.Sanitation(), record.Revision, Given.By),
            _ => record.Delete(record.Revision, Given.Because),
        };

        Assert.Equal(outcome, result.Refusal?.Code ?? result.Value.State.ToString());
    }

    [Fact]
    public void Draft_may_be_incomplete_and_a_submission_tells_every_missing_field_SR1()
    {
        var draft = Given.Draft(Given.Sanitation(place: null));
        var refusal = draft.Submit(Given.Sanitation(place: null, date: "2026-05-07"), null, Given.By).Refusal!;

        Assert.Equal(["place", "date"], refusal.Fields!.Value.Select(fault => fault.Path));
        Assert.Equal("form/date-in-future", refusal.Fields!.Value[1].Refusal.Code);
    }

    [Fact]
    public void Submitted_record_is_corrected_with_history_and_stays_complete_SR1()
    {
        var corrected = Given.Submitted().Edit(Given.Sanitation("冷库"), 2, Given.By with { By = "administrator" }).Value;

        Assert.Equal((SiteRecordState.Submitted, 3), (corrected.State, corrected.Revision));
        Assert.Equal(("administrator", "recorder", "recorder"), (corrected.Changed!.By, corrected.Submitted!.By, corrected.Created!.By));
        Refused.With(
            FormRefusals.AnswersInvalid([new("place", FormRefusals.Required)]), Given.Submitted().Edit(Given.Sanitation(place: null), 2, Given.By));
        Refused.With(SharedRefusals.Stale(2), Given.Submitted().Edit(Given.Sanitation("冷库"), 1, Given.By));
    }

    [Fact]
    public void Deletion_says_why_and_nothing_follows_it_SR1()
    {
        Refused.With(SiteRecordRefusals.ReasonRequired, Given.Submitted().Delete(null, Given.By with { Reason = "" }));
        Refused.With(SiteRecordRefusals.Deleted, Given.Deleted().Edit(Given.Sanitation("冷库"), null, Given.By));
        Assert.Equal(Given.Because, Given.Deleted().Deleted);
    }

    [Fact]
    public void Adding_the_same_again_is_a_repetition_and_something_else_is_not()
    {
        var draft = Given.Draft();

        Assert.Same(draft, draft.Add("r1", Given.Sanitation(), Given.By).Value);
        Refused.With(SiteRecordRefusals.ExistsWithDifferentContent("r1"), draft.Add("r1", Given.Sanitation("冷库"), Given.By));
        Refused.With(SiteRecordRefusals.ExistsWithDifferentContent("r1"), draft.Add("r1", Given.Issue(), Given.By));
    }

    [Fact]
    public void Expired_lot_is_not_issued_SR2()
    {
        var draft = Given.Draft(Given.Issue(Given.Expired));

        Refused.With(InputRefusals.LotExpired("l1", "吡虫啉", new(2026, 5, 1)), draft.Submit(Given.Issue(Given.Expired), null, Given.By));
        Assert.False(draft.Submit(Given.Issue(), null, Given.By).Refused);
    }

    [Theory]
    [InlineData("sanitation", """{"date":"2026-05-05"}""", "2026-05-05")]
    [InlineData("test-report", """{"sampledOn":"2026-05-01","testedOn":"2026-05-03"}""", "2026-05-03")]
    [InlineData("test-report", """{"sampledOn":"2026-05-01"}""", "2026-05-01")]
    [InlineData("training", """{"date":"yesterday"}""", null)]
    public void Record_tells_of_its_first_required_day(string form, string answers, string? day) => Assert.Equal(
        day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
        Given.Draft(Given.Filled(form, System.Text.Json.JsonDocument.Parse(answers).RootElement)).Day);
}
