using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Filings.Tests;

public sealed class FilingTests
{
    [Fact]
    public void Created_again_with_the_same_content_is_the_same_filing_and_with_another_is_refused()
    {
        var draft = Given.Draft();

        Assert.Same(draft, draft.Create(Given.Id, new(Given.Recorder, FilingKind.Product, FormAnswers.Empty), Given.Product(), Given.Facts, "f").Value);
        Assert.Equal(
            FilingRefusals.ExistsWithDifferentContent(Given.Id).Code,
            draft.Create(Given.Id, new(Given.Recorder, FilingKind.Product, FormAnswers.Empty), Given.Product(), Given.Facts, "g").Refusal?.Code);
    }

    [Fact]
    public void Only_people_of_an_enterprise_begin_a_filing_FL1() => Assert.Equal(
        SharedRefusals.Forbidden.Code,
        new Filing().Create(Given.Id, new(Given.Regulator, FilingKind.Product, FormAnswers.Empty), Given.Product(), Given.Facts, "f").Refusal?.Code);

    [Fact]
    public void Draft_keeps_wrong_answers_and_counts_them_and_its_submission_names_every_one_FL1()
    {
        var draft = Given.Draft().Edit(FilingDeed.Edit, new(Given.Recorder, FormAnswers.Empty, null), Given.Faulty, Given.Facts).Value;

        Assert.Equal(1, draft.Application!.FaultCount);
        var refused = draft.Submit(FilingDeed.Submit, new(Given.Recorder, null), Given.Faulty, Given.Facts).Refusal!;
        Assert.Equal(FormRefusals.AnswersInvalid([]).Code, refused.Code);
        Assert.Equal("unit", Assert.Single(refused.Fields!.Value).Path);
    }

    [Fact]
    public void Credit_code_filed_is_the_enterprise_s_own_FL4()
    {
        var draft = Given.Draft(FilingKind.Enterprise);

        Assert.Equal(
            FilingRefusals.OtherEnterprise(Given.Code),
            draft.Submit(FilingDeed.Submit, new(Given.Recorder, null), Given.Self(Given.OtherCode), Given.Facts).Refusal, SameRefusal);
        Assert.Equal(FilingState.Submitted, draft.Submit(FilingDeed.Submit, new(Given.Recorder, null), Given.Self(), Given.Facts).Value.State);
    }

    [Fact]
    public void Regulator_of_another_district_knows_nothing_of_it_FL3()
    {
        var elsewhere = Given.Regulator with { Scope = "330200" };

        Assert.False(Given.Submitted().VisibleTo(elsewhere, Given.Facts));
        Assert.Equal("common/not-found", Given.Submitted().Issue(FilingDeed.Issue, Given.Issue() with { By = elsewhere }, Given.Facts).Refusal?.Code);
        Assert.All(Enum.GetValues<FilingDeed>(), deed =>
            Assert.Equal("common/not-found", Assert.Single(Given.Submitted().Against(deed, elsewhere, Given.Facts)).Code));
    }

    [Theory]
    [InlineData("330000")]
    [InlineData("330100")]
    [InlineData("330110")]
    [InlineData("")]
    public void Regulator_whose_district_covers_the_enterprise_decides_FL3(string scope) =>
        Assert.False(Given.Submitted().Issue(FilingDeed.Issue, Given.Issue() with { By = Given.Regulator with { Scope = scope } }, Given.Facts).Refused);

    [Fact]
    public void Nobody_but_a_regulator_decides_FL3()
    {
        foreach (var by in new[] { Given.Platform, Given.Recorder, Given.Administrator })
        {
            Assert.Equal("common/forbidden", Given.Submitted().Issue(FilingDeed.Issue, Given.Issue() with { By = by }, Given.Facts).Refusal?.Code);
            Assert.Equal("common/forbidden", Given.Submitted().Return(FilingDeed.Return, new(by, "x", null), Given.Facts).Refusal?.Code);
            Assert.Equal("common/forbidden", Given.Issued().Revoke(new(by, "x", null), Given.Facts).Refusal?.Code);
        }
    }

    [Fact]
    public void Nobody_decides_on_an_enterprise_of_their_own_FL3()
    {
        var own = Given.Facts with { OwnEnterprise = true };

        Assert.Equal(FilingRefusals.OwnEnterprise(Given.Code).Code, Given.Submitted().Issue(FilingDeed.Issue, Given.Issue(), own).Refusal?.Code);
        Assert.Equal("filing/own-enterprise", Given.Submitted().Return(FilingDeed.Return, new(Given.Regulator, "x", null), own).Refusal?.Code);
        Assert.Equal("filing/own-enterprise", Given.Issued().Revoke(new(Given.Regulator, "x", null), own).Refusal?.Code);
        Assert.Equal("filing/own-enterprise", Given.Submitted().Judge(Given.Regulator, own).On(FilingDeed.Issue).Refusals[0].Code);
    }

    [Fact]
    public void Nobody_but_its_enterprise_writes_or_withdraws_it_FL3()
    {
        foreach (var by in new[] { Given.Platform, Given.Regulator })
        {
            Assert.Equal("common/forbidden", Given.Returned().Edit(FilingDeed.Edit, new(by, FormAnswers.Empty, null), Given.Product(), Given.Facts).Refusal?.Code);
            Assert.Equal("common/forbidden", Given.Returned().Submit(FilingDeed.Submit, new(by, null), Given.Product(), Given.Facts).Refusal?.Code);
            Assert.Equal("common/forbidden", Given.Submitted().Withdraw(FilingDeed.Withdraw, new(by, null), Given.Facts).Refusal?.Code);
            Assert.Equal("common/forbidden", Given.Issued().OpenAmendment(new(by, null, null), Given.Product(), Given.Facts).Refusal?.Code);
        }
    }

    [Fact]
    public void Draft_and_the_draft_of_an_amendment_are_their_writers_alone_FL1()
    {
        Assert.False(Given.Draft().VisibleTo(Given.Regulator, Given.Facts));
        Assert.True(Given.Draft().VisibleTo(Given.Recorder, Given.Facts));
        Assert.False(Given.Draft().VisibleTo(Given.Recorder with { Scope = Given.OtherCode.Value }, Given.Facts));
        Assert.Null(Given.Amending().ToView(Given.Id, Given.Regulator, Given.Facts).Amendment);
        Assert.NotNull(Given.Amending().ToView(Given.Id, Given.Recorder, Given.Facts).Amendment);
        Assert.NotNull(Given.AmendmentSubmitted().ToView(Given.Id, Given.Regulator, Given.Facts).Amendment);
    }

    [Fact]
    public void Each_decision_keeps_who_when_and_the_opinion_FL3()
    {
        var returned = Given.Returned();

        Assert.Equal([FilingDeed.Submit, FilingDeed.Return], returned.Steps.Select(step => step.Deed));
        Assert.Equal(("li", Given.Now, null), (returned.Steps[0].By, returned.Steps[0].At, returned.Steps[0].Opinion));
        Assert.Equal(("gov-330100", Given.Now, "请补充检验报告"), (returned.Steps[1].By, returned.Steps[1].At, returned.Steps[1].Opinion));
        Assert.Equal("请补充检验报告", returned.Application!.Opinion);
    }

    [Fact]
    public void Steps_of_an_endless_to_and_fro_are_the_last_ones()
    {
        var filing = Given.Draft();
        for (var i = 0; i < 150; i++)
        {
            filing = filing.Submit(FilingDeed.Submit, new(Given.Recorder, null), Given.Product(), Given.Facts).Value
                .Withdraw(FilingDeed.Withdraw, new(Given.Recorder, null), Given.Facts).Value;
        }

        Assert.Equal(200, filing.Steps.Length);
        Assert.Equal(301, filing.Revision);
    }

    [Fact]
    public void Sending_back_needs_an_opinion_and_a_revocation_a_reason_FL2()
    {
        foreach (var words in new[] { "", "  ", new string('长', 501), "a\u0007" })
        {
            Assert.Equal(FilingRefusals.OpinionRequired.Code, Given.Submitted().Return(FilingDeed.Return, new(Given.Regulator, words, null), Given.Facts).Refusal?.Code);
            Assert.Equal(FilingRefusals.ReasonRequired.Code, Given.Issued().Revoke(new(Given.Regulator, words, null), Given.Facts).Refusal?.Code);
        }

        Assert.Equal("filing/opinion-required", Given.Submitted().Issue(FilingDeed.Issue, Given.Issue(opinion: new string('长', 501)), Given.Facts).Refusal?.Code);
    }

    [Fact]
    public void Decision_said_again_is_the_decision_that_was_made()
    {
        var (returned, issued, revoked) = (Given.Returned(), Given.Issued(), Given.Revoked());

        Assert.Same(returned, returned.Return(FilingDeed.Return, new(Given.Regulator, " 请补充检验报告 ", null), Given.Facts).Value);
        Assert.Same(issued, issued.Issue(FilingDeed.Issue, Given.Issue(), Given.Facts).Value);
        Assert.Same(revoked, revoked.Revoke(new(Given.Regulator, "企业已停产", null), Given.Facts).Value);
        Assert.Equal("filing/not-submitted", issued.Issue(FilingDeed.Issue, Given.Issue(to: new(2027, 1, 1)), Given.Facts).Refusal?.Code);
        Assert.Equal("filing/not-submitted", issued.Issue(FilingDeed.Issue, Given.Issue() with { By = Given.Regulator with { Account = "other" } }, Given.Facts).Refusal?.Code);
        Assert.Equal("filing/not-issued", returned.Return(FilingDeed.ReturnAmendment, new(Given.Regulator, "请补充检验报告", null), Given.Facts).Refusal?.Code);
        Assert.Equal("filing/not-submitted", Given.AmendmentReturned().Return(FilingDeed.Return, new(Given.Regulator, "名称与商标不符", null), Given.Facts).Refusal?.Code);
    }

    [Fact]
    public void Product_is_the_same_by_name_variety_and_specification_whatever_the_widths_and_blanks_FL4()
    {
        var identity = FilingIdentity.Of(FilingKind.Product, Given.Product().Answers);

        Assert.Equal(identity, FilingIdentity.Of(FilingKind.Product, Given.Product("径 山茶", "鸠坑种", "２５０Ｇ／盒").Answers));
        Assert.NotEqual(identity, FilingIdentity.Of(FilingKind.Product, Given.Product(specification: "500 g/盒").Answers));
        Assert.NotEqual(identity, FilingIdentity.Of(FilingKind.Product, Given.Product(variety: "龙井43").Answers));
        Assert.Null(FilingIdentity.Of(FilingKind.Product, FormAnswers.Empty));
        Assert.Null(FilingIdentity.Of(FilingKind.SupplyCapacity, Given.Product().Answers));
        Assert.Equal(FilingIdentity.Of(FilingKind.Enterprise, FormAnswers.Empty), FilingIdentity.Of(FilingKind.Enterprise, Given.Self().Answers));
    }

    /// <summary>What the derived table refuses with; the race itself is played over HTTP.</summary>
    [Fact]
    public void Filing_in_the_way_is_named_FL4() => Assert.Equal(
        [("filing", Given.Id), ("name", "径山茶")],
        FilingRefusals.Exists(Given.Id, "径山茶").Arguments.Select(argument => (argument.Name, argument.Value)));

    private static bool SameRefusal(Refusal? one, Refusal? other) => one?.ToString() == other?.ToString();
}
