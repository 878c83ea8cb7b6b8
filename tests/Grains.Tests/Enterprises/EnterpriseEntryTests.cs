using System.Text.Json.Nodes;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Filings;
using Suyuan.Forms;

namespace Suyuan.Enterprises.Tests;

public sealed class EnterpriseEntryTests
{
    private static readonly CreditCode Enterprise = CreditCode.Parse("91330100799655058B", null);
    private static readonly Caller Recorder = new("recorder-1", Role.Recorder, Enterprise.Value);
    private static readonly Deed By = new("recorder-1", new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero));
    private static readonly FilingStanding Open = new() { EnterpriseIssued = true, ProductsIssued = 1 };
    private static readonly FormCatalogue Catalogue = FormCatalogue.Load();

    private static SaveEntry Command => new() { By = Recorder, Answers = FormAnswers.Empty };

    private static EntryFacts Facts(FilingStanding? standing = null, bool zone = false) =>
        new() { Standing = standing ?? Open, ZoneKnown = zone, By = By };

    private static FilledForm Filled(string name = "一号茶园", params FieldFault[] faults) =>
        new(Catalogue.Get("production-zone"), FormAnswers.Of(new JsonObject { ["name"] = name, ["areaMu"] = 12.5m }), [.. faults]);

    private static EnterpriseEntry Added() => new EnterpriseEntry().Add(Enterprise, Command, Filled(), Facts()).Value;

    private static EnterpriseEntry Retired() => Added().Retire(new(Recorder, null), new(), By).Value;

    [Fact]
    public void Entry_is_added_by_whom_and_when_EN1()
    {
        var entry = Added();

        Assert.Equal((1, By, 1), (entry.Revision, entry.Added, entry.FormVersion));
        Assert.Null(entry.Retired);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void Nothing_is_added_before_the_filings_are_issued_FL5(bool enterprise, int products)
    {
        var standing = new FilingStanding { EnterpriseIssued = enterprise, ProductsIssued = products };

        Refused.With(
            EnterpriseRefusals.FilingRequired(Enterprise, enterprise, products),
            new EnterpriseEntry().Add(Enterprise, Command, Filled(), Facts(standing)));
        Refused.With(
            EnterpriseRefusals.FilingRequired(Enterprise, enterprise, products),
            new Enterprise { Revision = 1 }.SaveProfile(Enterprise, new() { By = Recorder, Answers = FormAnswers.Empty }, Filled(), Facts(standing)));
    }

    [Fact]
    public void Wrong_answers_are_refused_FM1()
    {
        var fault = new FieldFault("name", FormRefusals.Required);

        Refused.With(FormRefusals.AnswersInvalid([fault]), new EnterpriseEntry().Add(Enterprise, Command, Filled("", fault), Facts()));
    }

    [Fact]
    public void A_plot_names_a_zone_in_use_EN2()
    {
        var plot = Command with { Zone = "z1" };

        Refused.With(EnterpriseRefusals.UnknownZone("z1"), new EnterpriseEntry().Add(Enterprise, plot, Filled(), Facts()));
        Assert.Equal("z1", new EnterpriseEntry().Add(Enterprise, plot, Filled(), Facts(zone: true)).Value.Zone);
    }

    [Fact]
    public void A_product_names_an_issued_filing_or_none_EN1()
    {
        var product = Command with { ProductFiling = "f1" };
        var filed = Open with { Product = new() { Id = "f1", Name = "茶", Category = "tea" } };

        Refused.With(EnterpriseRefusals.UnknownProductFiling("f1"), new EnterpriseEntry().Add(Enterprise, product, Filled(), Facts()));
        Assert.Equal("f1", new EnterpriseEntry().Add(Enterprise, product, Filled(), Facts(filed)).Value.ProductFiling);
    }

    [Fact]
    public void The_same_addition_again_changes_nothing_and_another_is_refused_EN1()
    {
        var entry = Added();

        Assert.Same(entry, entry.Add(Enterprise, Command, Filled(), Facts()).Value);
        Refused.With(EnterpriseRefusals.ExistsWithDifferentContent, entry.Add(Enterprise, Command, Filled("二号"), Facts()));
    }

    [Fact]
    public void A_change_is_made_on_what_was_seen_EN1()
    {
        var entry = Added();

        Refused.With(SharedRefusals.Stale(1), entry.Change(Enterprise, Command with { ExpectedRevision = 2 }, Filled("二号"), Facts()));
        Assert.Same(entry, entry.Change(Enterprise, Command, Filled(), Facts()).Value);
        Assert.Equal(2, entry.Change(Enterprise, Command with { ExpectedRevision = 1 }, Filled("二号"), Facts()).Value.Revision);
    }

    [Fact]
    public void What_is_retired_is_read_only_and_what_is_used_is_not_retired_EN1()
    {
        var retired = Retired();

        Assert.Same(retired, retired.Retire(new(Recorder, null), new(), By).Value);
        Refused.With(EnterpriseRefusals.Retired, retired.Change(Enterprise, Command, Filled("二号"), Facts()));
        Refused.With(EnterpriseRefusals.UsedByBatch("2026030500001"), Added().Retire(new(Recorder, null), new() { Batch = "2026030500001" }, By));
        Refused.With(EnterpriseRefusals.ZoneHasPlots, Added().Retire(new(Recorder, null), new() { Plots = true }, By));
        Refused.With(SharedRefusals.Stale(1), Added().Retire(new(Recorder, 7), new(), By));
    }

    [Fact]
    public void A_profile_is_saved_on_what_was_seen_EN1()
    {
        var enterprise = new Enterprise { Revision = 1 };
        SaveProfile Save(int? seen) => new() { By = Recorder, Answers = FormAnswers.Empty, ExpectedRevision = seen };

        Refused.With(SharedRefusals.Stale(1), enterprise.SaveProfile(Enterprise, Save(2), Filled(), Facts()));
        var saved = enterprise.SaveProfile(Enterprise, Save(1), Filled(), Facts()).Value;
        Assert.Equal((2, By), (saved.Revision, saved.Profile!.Changed));
        Assert.Same(saved, saved.SaveProfile(Enterprise, Save(2), Filled(), Facts()).Value);
    }
}
