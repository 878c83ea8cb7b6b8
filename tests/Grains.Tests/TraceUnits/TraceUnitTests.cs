using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.Regions;

namespace Suyuan.TraceUnits.Tests;

public sealed class TraceUnitTests
{
    public static TheoryData<Caller> Strangers =>
        [Given.OtherRegiment, Given.OtherCompany, Given.OtherOrganizer, new("g", Role.Grower, "h3"), new("q", Role.Ginner, "65001")];

    public static TheoryData<Caller> Onlookers => [Given.Company, Given.Platform, Given.Grower];

    [Fact]
    public void Members_may_still_be_added_once_the_unit_is_saved_TU3()
    {
        var unit = Given.Pending().Edit(Given.Edit(), Given.Facts, Given.Choice()).Value;

        Assert.Equal((Mu.Of(850), 2), (unit.AreaMu, unit.Revision));
    }

    [Fact]
    public void Edit_never_takes_the_area_below_the_minimum_TU3()
    {
        var less = Given.Edit() with { Members = [Given.Member("h1", "A1")] };

        Assert.Equal("trace-unit/area-below-minimum", Given.Pending().Edit(less, Given.Facts, Given.Choice()).Refusal!.Code);
    }

    [Fact]
    public void Edited_unit_still_takes_only_growers_of_its_company_TU2()
    {
        var edit = Given.Edit() with { Members = [Given.Member("h3", "C1")] };

        Assert.Equal("trace-unit/member-outside-region", Given.Pending().Edit(edit, Given.Facts, Given.Choice()).Refusal!.Code);
    }

    [Fact]
    public void Grower_cannot_edit_somebody_else_into_their_own_unit_TU1()
    {
        var unit = Given.Formed(Given.Form(Given.Grower, Formation.Individual, Given.Member("h1", "A1", "A2"))).Value;
        var edit = Given.Edit(Given.Grower) with { Members = [Given.Member("h3", "C1")] };

        Assert.Equal("trace-unit/only-yourself", unit.Edit(edit, Given.Facts, Given.Choice()).Refusal!.Code);
    }

    [Fact]
    public void Legal_person_left_out_of_an_edit_stays_TU1()
    {
        var unit = Given.Formed(Given.Form(Given.Organizer, Formation.Cooperative, Given.Member("h3", "C1"))).Value;
        var edit = Given.Edit(Given.Organizer) with { Members = [Given.Member("h3", "C1")] };

        Assert.Equal(unit.LegalPerson, unit.Edit(edit, Given.Facts, Given.Choice()).Value.LegalPerson);
    }

    [Fact]
    public void Rejection_says_why_and_an_edit_asks_anew_TU5()
    {
        var rejected = Given.Rejected();
        var edited = rejected.Edit(Given.Edit(), Given.Facts, Given.Choice()).Value;

        Assert.Equal((TraceUnitState.Rejected, "地块与台账不符"), (rejected.State, rejected.Reason));
        Assert.Equal((TraceUnitState.Pending, null), (edited.State, edited.Reason));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void Rejection_needs_a_reason_TU5(string? reason) =>
        Assert.Equal("trace-unit/reason-required", Given.Pending().Reject(new(Given.Regiment, reason!, null), Given.Facts).Refusal!.Code);

    [Fact]
    public void Same_rejection_again_changes_nothing_TU5()
    {
        var rejected = Given.Rejected();

        Assert.Same(rejected, rejected.Reject(new(Given.Regiment, "地块与台账不符", null), Given.Facts).Value);
    }

    [Theory]
    [MemberData(nameof(Onlookers))]
    public void Judging_belongs_to_the_regiment_TU6(Caller by)
    {
        Assert.Equal(RefusalKind.Forbidden, Given.Pending().Approve(new(by, null), Given.Facts).Refusal!.Kind);
        Assert.Equal(RefusalKind.Forbidden, Given.Pending().Reject(new(by, "理由", null), Given.Facts).Refusal!.Kind);
        Assert.Equal(RefusalKind.Forbidden, Given.Approved().RevokeApproval(new(by, null), Given.Facts).Refusal!.Kind);
    }

    [Theory]
    [MemberData(nameof(Strangers))]
    public void Unit_is_not_there_for_those_it_does_not_concern_AC5(Caller by)
    {
        var unit = Given.Pending();

        Assert.False(unit.VisibleTo(by));
        Refusal?[] refusals =
        [
            unit.Edit(Given.Edit(by), Given.Facts, Given.Choice()).Refusal,
            unit.Dissolve(new(by, null), Given.Facts).Refusal,
            unit.Approve(new(by, null), Given.Facts).Refusal,
            unit.Reject(new(by, "理由", null), Given.Facts).Refusal,
            unit.RevokeApproval(new(by, null), Given.Facts).Refusal,
        ];
        Assert.All(refusals, refusal => Assert.Equal(RefusalKind.NotFound, refusal?.Kind));
    }

    [Fact]
    public void Regiment_sees_its_units_and_does_not_edit_them_TU6()
    {
        Assert.Equal(RefusalKind.Forbidden, Given.Pending().Edit(Given.Edit(Given.Regiment), Given.Facts, Given.Choice()).Refusal!.Kind);
        Assert.Equal(RefusalKind.Forbidden, Given.Pending().Dissolve(new(Given.Regiment, null), Given.Facts).Refusal!.Kind);
    }

    [Fact]
    public void Company_does_not_see_an_organizers_unit_of_its_growers_AC5()
    {
        var home = RegionCode.Parse("08-143-012", null);
        var unit = Given.Formed(Given.Form(Given.Organizer, Formation.Free, Given.Member("h1", "A1", "A2")) with { Region = home }).Value;

        Assert.False(unit.VisibleTo(Given.Company));
    }

    [Fact]
    public void Member_sees_state_and_reason_TU9()
    {
        var unit = Given.Rejected();

        Assert.True(unit.VisibleTo(Given.Grower));
        Assert.Equal((TraceUnitState.Rejected, "地块与台账不符"), (unit.ToView("u", false).State, unit.ToView("u", false).Reason));
    }

    [Fact]
    public void Dissolved_unit_stays_readable_TU8()
    {
        var unit = Given.Dissolved();

        Assert.True(unit.VisibleTo(Given.Company) && unit.VisibleTo(Given.Regiment) && unit.VisibleTo(Given.Grower));
        Assert.Equal(2, unit.ToView("u", false).Members.Length);
    }

    [Fact]
    public void Dissolving_again_changes_nothing_TU8()
    {
        var dissolved = Given.Dissolved();

        Assert.Same(dissolved, dissolved.Dissolve(new(Given.Company, 1), Given.Facts).Value);
    }

    [Fact]
    public void Edit_of_an_outdated_revision_is_refused_TU5()
    {
        Assert.Equal(RefusalKind.Stale, Given.Pending().Edit(Given.Edit() with { ExpectedRevision = 7 }, Given.Facts, Given.Choice()).Refusal!.Kind);
        Assert.Equal(RefusalKind.Stale, Given.Pending().Dissolve(new(Given.Company, 7), Given.Facts).Refusal!.Kind);
        Assert.Equal(RefusalKind.Stale, Given.Pending().Approve(new(Given.Regiment, 7), Given.Facts).Refusal!.Kind);
        Assert.Equal(RefusalKind.Stale, Given.Pending().Reject(new(Given.Regiment, "理由", 7), Given.Facts).Refusal!.Kind);
        Assert.Equal(RefusalKind.Stale, Given.Approved().RevokeApproval(new(Given.Regiment, 7), Given.Facts).Refusal!.Kind);
    }

    [Fact]
    public void Every_reason_against_a_change_is_told_TU7()
    {
        Assert.Empty(Given.Pending().AgainstChange(Given.Company, Given.Facts));
        Assert.Equal(["trace-unit/approved"], Codes(Given.Approved(), Given.Company, Given.Facts));
        Assert.Equal(["trace-unit/processing", "trace-unit/approved"], Codes(Given.Approved(), Given.Company, Given.Processing));
        Assert.Equal(["common/forbidden", "trace-unit/approved"], Codes(Given.Approved(), Given.Regiment, Given.Facts));
    }

    private static IEnumerable<string> Codes(TraceUnit unit, Caller by, UnitFacts facts) =>
        unit.AgainstChange(by, facts).Select(refusal => refusal.Code);
}
