using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Filings;

namespace Suyuan.Publishing.Tests;

public sealed class PublicationTests
{
    [Fact]
    public void Item_with_something_to_show_is_opened_by_whom_and_when_PB2()
    {
        var publication = Given.Published("pruning");

        Assert.Equal(("pruning", Given.By), (publication.Published.Single().Item, publication.Published.Single().By));
        Assert.Equal(1, publication.Revision);
    }

    [Fact]
    public void Items_of_a_batch_need_codes_first_and_those_of_site_do_not_PB2()
    {
        Refused.With(PublicationRefusals.CodesRequired(Given.Number), Given.OfBatch().Publish(Given.Publish("pruning"), Given.Facts(codesBound: false)));
        Assert.False(Given.Site().Publish(Given.Publish("pruning"), Given.Facts(codesBound: false)).Refused);
    }

    [Fact]
    public void Item_without_content_or_of_another_name_is_not_opened_PB2()
    {
        Refused.With(PublicationRefusals.NothingToShow("packing"), Given.OfBatch().Publish(Given.Publish("packing"), Given.Facts()));
        Refused.With(PublicationRefusals.UnknownItem("grafting"), Given.OfBatch().Publish(Given.Publish("grafting"), Given.Facts()));
    }

    [Fact]
    public void Nothing_is_opened_before_the_filings_are_issued_FL5() => Refused.With(
        EnterpriseRefusals.FilingRequired(Given.Enterprise, false, 0),
        Given.OfBatch().Publish(Given.Publish("pruning"), Given.Facts(standing: new FilingStanding())));

    [Fact]
    public void Many_at_once_are_opened_together_or_not_at_all_PB2()
    {
        Assert.Equal(["batch", "pruning"], Given.Published("batch", "pruning", "batch").Published.Select(one => one.Item));
        Refused.With(
            PublicationRefusals.ItemsRefused(
            [
                new("items[1]", PublicationRefusals.NothingToShow("packing")), new("items[2]", PublicationRefusals.UnknownItem("grafting")),
            ]),
            Given.OfBatch().Publish(Given.Publish("pruning", "packing", "grafting"), Given.Facts()));
        Refused.With(PublicationRefusals.ItemsRequired, Given.OfBatch().Publish(Given.Publish(), Given.Facts()));
        Refused.With(
            PublicationRefusals.ItemsRequired, Given.OfBatch().Unpublish(Given.Unpublish([.. Enumerable.Repeat("batch", 201)]), Given.Facts()));
    }

    [Fact]
    public void What_is_open_stays_as_it_was_opened_whoever_opens_it_again_PB2()
    {
        var publication = Given.Published("pruning");

        Assert.Same(publication, publication.Publish(Given.Publish("pruning"), Given.Facts(by: Given.By with { By = "another" })).Value);
    }

    [Fact]
    public void What_is_open_is_taken_back_whatever_became_of_filings_codes_and_records_PB2()
    {
        var nothingLeft = Given.Facts(codesBound: false, standing: new FilingStanding()) with { Items = [] };

        Assert.Empty(Given.Published("batch", "pruning").Unpublish(Given.Unpublish("batch", "pruning"), nothingLeft).Value.Published);
    }

    [Fact]
    public void Taking_back_what_is_not_open_changes_nothing_PB2()
    {
        var publication = Given.Published("pruning");

        Assert.Same(publication, publication.Unpublish(Given.Unpublish("batch"), Given.Facts()).Value);
        Refused.With(PublicationRefusals.UnknownItem("grafting"), publication.Unpublish(Given.Unpublish("grafting"), Given.Facts()));
    }

    [Fact]
    public void Only_the_administrator_publishes_PB2()
    {
        Refused.With(SharedRefusals.Forbidden, Given.OfBatch().Publish(Given.Publish("pruning") with { By = Given.Recorder }, Given.Facts()));
        Refused.With(SharedRefusals.Forbidden, Given.Published("pruning").Unpublish(Given.Unpublish("pruning") with { By = Given.Regulator }, Given.Facts()));
    }

    [Fact]
    public void Outdated_revision_opens_nothing_PB2() => Refused.With(
        SharedRefusals.Stale(1), Given.Published("pruning").Publish(Given.Publish("batch") with { ExpectedRevision = 0 }, Given.Facts()));

    [Fact]
    public void Item_that_a_regulator_closed_is_gone_and_stays_closed_until_it_is_lifted_PB2()
    {
        var closed = Given.Published("pruning").Close(new(Given.Regulator, "pruning", "虚假信息"), Given.Facts(by: Given.Because)).Value;

        Assert.Empty(closed.Published);
        Refused.With(PublicationRefusals.Closed("pruning", "虚假信息"), closed.Publish(Given.Publish("pruning"), Given.Facts()));
        Assert.Same(closed, closed.Close(new(Given.Regulator, "pruning", "虚假信息"), Given.Facts(by: Given.Because)).Value);
        var lifted = closed.Lift(new(Given.Regulator, "pruning"), Given.Facts()).Value;
        Assert.False(lifted.Publish(Given.Publish("pruning"), Given.Facts()).Refused);
    }

    [Fact]
    public void Closing_says_why_and_is_for_the_regulator_of_the_district_PB2()
    {
        Refused.With(PublicationRefusals.ReasonRequired, Given.OfBatch().Close(new(Given.Regulator, "pruning", " "), Given.Facts()));
        Refused.With(PublicationRefusals.UnknownItem("grafting"), Given.OfBatch().Close(new(Given.Regulator, "grafting", "x"), Given.Facts()));
        Refused.With(SharedRefusals.Forbidden, Given.OfBatch().Close(new(Given.Administrator, "pruning", "x"), Given.Facts()));
        Refused.With(SharedRefusals.Forbidden, Given.Closed("pruning").Lift(new(Given.Regulator with { Scope = "320000" }, "pruning"), Given.Facts()));
    }

    [Fact]
    public void Verdicts_say_what_the_deeds_would_PB2()
    {
        var facts = Given.Facts(codesBound: false);
        var view = Given.Closed("batch").ToView(Given.Enterprise, Given.Number, Given.Administrator, facts);

        Assert.Equal(["publication/codes-required", "publication/closed-by-regulator"], view.Items[0].Publish.Refusals.Select(one => one.Code));
        Assert.Equal(["publication/codes-required", "publication/nothing-to-show"], view.Items[2].Publish.Refusals.Select(one => one.Code));
        Assert.True(view.Items[1].Unpublish.Allowed);
        Assert.Equal("common/forbidden", view.Items[1].Close.Refusals.Single().Code);
        Assert.True(Given.OfBatch().ToView(Given.Enterprise, Given.Number, Given.Administrator, Given.Facts()).Items[1].Publish.Allowed);
    }

    [Fact]
    public void Item_that_is_open_and_gone_is_still_shown_to_be_taken_back_PB2()
    {
        var view = Given.Published("pruning").ToView(Given.Enterprise, Given.Number, Given.Administrator, Given.Facts() with { Items = [] });

        Assert.Equal(("pruning", 0), (view.Items.Single().Item, view.Items.Single().Records));
    }
}
