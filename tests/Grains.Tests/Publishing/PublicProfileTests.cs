using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Filings;
using Suyuan.Forms;

namespace Suyuan.Publishing.Tests;

public sealed class PublicProfileTests
{
    private static PublicProfile Saved() => new PublicProfile().Save(Given.Save(), Given.ProfileFacts()).Value;

    [Fact]
    public void Profile_keeps_its_product_and_who_saved_it_PB1()
    {
        var profile = Saved();

        Assert.Equal((1, "径山毛峰", TraceMode.Product, Given.By), (profile.Revision, profile.ProductName, profile.TraceMode, profile.Created));
        Assert.Null(profile.Changed);
        Assert.Same(profile, profile.Save(Given.Save(revision: 1), Given.ProfileFacts()).Value);
        Assert.Equal(Given.By, profile.Save(Given.Save(revision: 1), Given.ProfileFacts("明前茶")).Value.Changed);
    }

    [Fact]
    public void Profile_is_of_a_filed_product_PB1() => Refused.With(
        PublicationRefusals.ProductNotFiled("f1"),
        new PublicProfile().Save(Given.Save(), Given.ProfileFacts(standing: new() { EnterpriseIssued = true, ProductsIssued = 1 })));

    [Fact]
    public void Profile_is_not_written_before_the_filings_are_issued_FL5() => Refused.With(
        EnterpriseRefusals.FilingRequired(Given.Enterprise, false, 0),
        new PublicProfile().Save(Given.Save(), Given.ProfileFacts(standing: new FilingStanding())));

    [Fact]
    public void Only_the_administrator_writes_it_PB1() =>
        Refused.With(SharedRefusals.Forbidden, new PublicProfile().Save(Given.Save(Given.Recorder), Given.ProfileFacts()));

    [Fact]
    public void Wrong_answers_and_outdated_edits_are_refused_PB1()
    {
        var fault = new FieldFault("enterpriseIntroduction", FormRefusals.Required);

        Refused.With(FormRefusals.AnswersInvalid([fault]), new PublicProfile().Save(Given.Save(), Given.ProfileFacts(faults: fault)));
        Refused.With(SharedRefusals.Stale(1), Saved().Save(Given.Save(revision: 0), Given.ProfileFacts("明前茶")));
    }
}
