using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Batches.Tests;

public sealed class PreHarvestIntervalTests
{
    private static readonly DateOnly FirstLawful = new(2026, 3, 17);

    private static Batch Sprayed(params string[] plots) => Given.Running().With("s1", "pest-control", Given.Spraying("2026-03-10", 7, plots));

    private static Result<Batch> Pluck(Batch batch, string date, params string[] plots) =>
        batch.AddRecord(Given.Add("h1", "plucking"), Given.Record("plucking", Given.Plucking(date, plots)));

    /// <summary>The day of application is day 0: seven days after the 10th is the 17th.</summary>
    [Theory]
    [InlineData("2026-03-09", true)]
    [InlineData("2026-03-10", false)]
    [InlineData("2026-03-16", false)]
    [InlineData("2026-03-17", true)]
    public void A_harvest_inside_the_interval_is_refused_with_the_first_lawful_day_BT4(string date, bool lawful)
    {
        var harvested = Pluck(Sprayed(), date);

        if (lawful) Assert.Null(harvested.Value.Harvests.Single().LawfulFrom);
        else Refused.With(BatchRefusals.HarvestTooEarly(DateOnly.Parse(date, null), FirstLawful), harvested);
    }

    [Theory]
    [InlineData("p1", "p1", false)]
    [InlineData("p1", "p2", true)]
    [InlineData("", "p2", false)]
    [InlineData("p1", "", false)]
    public void Only_plots_that_meet_count_and_none_means_all_BT4(string sprayed, string harvested, bool lawful) =>
        Assert.Equal(lawful ? null : "batch/harvest-too-early", Pluck(Sprayed(Plots(sprayed)), "2026-03-12", Plots(harvested)).Refusal?.Code);

    [Fact]
    public void The_first_lawful_day_lies_in_no_other_interval_BT4()
    {
        var batch = Sprayed().With("s2", "pest-control", Given.Spraying("2026-03-15", 10));

        Refused.With(BatchRefusals.HarvestTooEarly(new(2026, 3, 11), new(2026, 3, 25)), Pluck(batch, "2026-03-11"));
    }

    [Fact]
    public void Between_the_first_and_the_last_application_nothing_is_harvested_BT4()
    {
        var spraying = Given.Spraying("2026-03-10", 7);
        spraying["firstDate"] = "2026-03-04";
        var batch = Given.Running().With("s1", "pest-control", spraying);

        Assert.Equal("batch/harvest-too-early", Pluck(batch, "2026-03-04").Refusal?.Code);
        Assert.False(Pluck(batch, "2026-03-03").Refused);
    }

    [Fact]
    public void Pest_control_recorded_later_marks_the_harvest_and_its_correction_unmarks_it_BT4()
    {
        var batch = Pluck(Given.Running(), "2026-03-12").Value.With("s1", "pest-control", Given.Spraying("2026-03-10", 7));
        Assert.Equal(FirstLawful, batch.Harvests.Single().LawfulFrom);

        var sprayed = batch.Written!;
        var corrected = batch.ChangeRecord(Given.Change("s1"), Given.Record("pest-control", Given.Spraying("2026-03-10", 2), sprayed)).Value;
        Assert.Null(corrected.Harvests.Single().LawfulFrom);

        var deleted = batch.DeleteRecord(Given.Delete("s1"), Given.Record("pest-control", [], sprayed)).Value;
        Assert.Null(deleted.Harvests.Single().LawfulFrom);
        Assert.Empty(deleted.Applications);
    }

    [Fact]
    public void A_marked_harvest_is_put_right_but_not_moved_inside_an_interval_BT4()
    {
        var harvested = Pluck(Given.Running(), "2026-03-12").Value;
        var kept = harvested.Written!;
        var batch = harvested.With("s1", "pest-control", Given.Spraying("2026-03-10", 7));
        var more = Given.Plucking("2026-03-12");
        more["quantity"] = 12;

        var corrected = batch.ChangeRecord(Given.Change("h1"), Given.Record("plucking", more, kept)).Value;
        Assert.Equal(FirstLawful, corrected.RecordView(corrected.Written!).LawfulFrom);
        Refused.With(
            BatchRefusals.HarvestTooEarly(new(2026, 3, 13), FirstLawful),
            batch.ChangeRecord(Given.Change("h1"), Given.Record("plucking", Given.Plucking("2026-03-13"), kept)));
        Assert.Null(batch.ChangeRecord(Given.Change("h1"), Given.Record("plucking", Given.Plucking("2026-03-18"), kept)).Value.Harvests.Single().LawfulFrom);
    }

    /// <summary>What a draft cannot tell forbids nothing; what it tells is heard whatever else is wrong.</summary>
    [Theory]
    [InlineData("""{"lastDate":"2026-03-10"}""", true)]
    [InlineData("""{"intervalDays":7}""", true)]
    [InlineData("""{"lastDate":20260310,"intervalDays":"7"}""", true)]
    [InlineData("""{"lastDate":"2026-03-10","intervalDays":7,"plots":"p1","dose":{}}""", false)]
    [InlineData("""{"lastDate":"2026-03-10","intervalDays":99999999999}""", false)]
    [InlineData("""{"firstDate":"2026-03-20","lastDate":"2026-03-10","intervalDays":7}""", false)]
    public void Drafts_count_as_far_as_they_tell_BT4(string spraying, bool lawful)
    {
        var batch = Given.Running().With("s1", "pest-control", JsonNode.Parse(spraying)!.AsObject());

        Assert.Equal(lawful ? null : "batch/harvest-too-early", Pluck(batch, "2026-03-12").Refusal?.Code);
    }

    [Fact]
    public void A_draft_that_names_a_wrong_plot_might_have_been_anywhere_BT4()
    {
        var elsewhere = Given.Record("plucking", Given.Plucking("2026-03-12", "p9"), null, new FieldFault("plots[0]", FormRefusals.UnknownPlot));

        Refused.With(BatchRefusals.HarvestTooEarly(new(2026, 3, 12), FirstLawful), Sprayed("p1").AddRecord(Given.Add("h1", "plucking"), elsewhere));
    }

    [Fact]
    public void Plots_of_a_record_are_plots_of_its_batch_BT1()
    {
        var filled = Given.Record("plucking", Given.Plucking("2026-03-12", "p1", "p9")).Filled;

        var fault = RecordPlots.Elsewhere(filled, ["p1"]).Single();

        Assert.Equal(("plots[1]", BatchRefusals.PlotNotInZone("p9").ToString()), (fault.Path, fault.Refusal.ToString()));
    }

    [Fact]
    public void A_declaration_needs_a_harvest_and_every_harvest_lawful_BT6()
    {
        Refused.With(BatchRefusals.NotHarvested(Given.Number), Declare(Given.Running()));
        Refused.With(
            BatchRefusals.HarvestViolated(new(2026, 3, 1), new(2026, 3, 8)),
            Declare(Pluck(Given.Running(), "2026-03-01").Value.With("s1", "pest-control", Given.Spraying("2026-03-01", 7))));
        Refused.With(BatchRefusals.NotRunning(Given.Number, BatchState.Void), Declare(Given.Voided()));
    }

    [Theory]
    [InlineData(0, "kg", "2026-03-05", "0571-88612345", "quantity")]
    [InlineData(1.0001, "kg", "2026-03-05", "0571-88612345", "quantity")]
    [InlineData(1, "", "2026-03-05", "0571-88612345", "unit")]
    [InlineData(1, "kg", "2026-03-06", "0571-88612345", "issuedOn")]
    [InlineData(1, "kg", "2026-02-28", "0571-88612345", "issuedOn")]
    [InlineData(1, "kg", "2026-03-05", null, "contact")]
    public void What_a_declaration_says_is_checked_BT6(decimal quantity, string unit, string issuedOn, string? contact, string member) => Refused.With(
        BatchRefusals.DeclarationInvalid(member),
        Declare(Pluck(Given.Running(), "2026-03-01").Value, new()
        {
            By = Given.Recorder, Quantity = quantity, Unit = unit, IssuedOn = DateOnly.Parse(issuedOn, null), Contact = contact,
        }));

    [Fact]
    public void Each_issue_is_kept_BT6()
    {
        var batch = Declare(Declare(Pluck(Given.Running(), "2026-03-01").Value).Value).Value;

        Assert.Equal([1, 2], batch.ToView(Given.Catalogue).Declarations.Select(issued => issued.Number));
        Assert.Equal((250m, "kg", Given.By, "径山茶业"), (batch.Declarations[1].Quantity, batch.Declarations[1].Unit, batch.Declarations[1].By, batch.Declarations[1].Producer));
    }

    private static Result<Batch> Declare(Batch batch, IssueDeclaration? command = null) => batch.Declare(
        command ?? new() { By = Given.Recorder, Quantity = 250, Unit = "kg", Contact = "0571-88612345" },
        new() { Producer = "径山茶业", Origin = "杭州市余杭区", By = Given.By, Today = Given.Today });

    private static string[] Plots(string plot) => plot.Length == 0 ? [] : [plot];
}
