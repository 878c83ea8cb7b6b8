using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.Growers.Tests;

public sealed class GrowerTests
{
    [Fact]
    public void Grower_is_shown_masked_and_kept_encrypted_RG2()
    {
        var stored = Given.Grower(Given.Plot("P1"));
        var grower = stored.ToView("h1");

        Assert.Equal(("张*", "110105********002X", "138****5678"), (grower.MaskedName, grower.MaskedNumber, grower.MaskedMobile));
        Assert.DoesNotContain("11010519491231002X", System.Text.Json.JsonSerializer.Serialize(stored, SuyuanJson.Options), StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", System.Text.Json.JsonSerializer.Serialize(stored, SuyuanJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public void Name_of_a_rare_character_is_masked_whole_RG2() =>
        Assert.Equal("𠮷*", new Grower().Put(Given.Register() with { Name = "𠮷四" }, Given.Facts()).Value.MaskedName);

    [Fact]
    public void Legal_person_has_a_credit_code_and_an_open_name_RG2()
    {
        var grower = new Grower().Put(Given.Register() with { Number = Given.Farm, Name = "丰收合作社" }, Given.Facts()).Value;

        Assert.Equal((true, "丰收合作社", "91330100799655058B"), (grower.Legal, grower.MaskedName, grower.MaskedNumber));
    }

    [Theory]
    [InlineData("110105194912310021")]
    [InlineData("11010519491331002X")]
    [InlineData("91330100799655058C")]
    [InlineData("440524188001010014")]
    [InlineData("1234")]
    public void Number_with_a_wrong_check_digit_or_date_is_none_RG2(string number) =>
        Assert.False(PersonNumber.TryParse(number, null, out _));

    [Theory]
    [InlineData("91330100799655058B", true)]
    [InlineData("91440300708461136T", true)]
    [InlineData("914403001922038216", true)]
    [InlineData("11010519491231002x", false)]
    public void Number_of_a_person_or_an_organisation_is_known_by_its_check_digit_RG2(string number, bool organisation) =>
        Assert.Equal(organisation, PersonNumber.Parse(number, null).IsCreditCode);

    [Fact]
    public void Same_content_again_changes_nothing_RG2()
    {
        var grower = Given.Grower(Given.Plot("P1"), Given.Plot("P2"));

        Assert.Same(grower, grower.Put(Given.Register(Given.Plot("P2"), Given.Plot("P1")), Given.Facts()).Value);
        Assert.Same(grower, grower.Put(Given.Register(), Given.Facts()).Value);
    }

    [Fact]
    public void Plot_given_anew_replaces_and_others_stay_RG2()
    {
        var grower = Given.Grower(Given.Plot("P1"), Given.Plot("P2"), Given.Plot("P1", season: 2025))
            .Put(Given.Register(Given.Plot("P1", 310.25m)), Given.Facts()).Value;

        Assert.Equal([(2025, "P1", 300m), (2026, "P1", 310.25m), (2026, "P2", 300m)],
            grower.Plots.Select(plot => (plot.Season.Value, plot.Code.Value, plot.AreaMu.Value)));
        Assert.Equal(2, grower.Revision);
    }

    [Fact]
    public void Two_things_said_about_one_plot_are_refused_RG2() =>
        Assert.Equal("grower/plot-twice", Refused(Given.Register(Given.Plot("P1"), Given.Plot("P1", 301))));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_001)]
    [InlineData(1.005)]
    public void Absurd_area_is_refused_RG2(double area) =>
        Assert.Equal("grower/area-invalid", Refused(Given.Register(Given.Plot("P1") with { AreaMu = Mu.Of((decimal)area) })));

    [Fact]
    public void Name_of_nothing_is_refused_RG2() => Assert.Equal("grower/name-invalid", Refused(Given.Register() with { Name = " " }));

    [Fact]
    public void Plot_text_that_nothing_can_show_is_refused_RG2() =>
        Assert.Equal("grower/plot-text-invalid", Refused(Given.Register(Given.Plot("P1") with { Variety = "a\u0007" })));

    [Fact]
    public void Company_must_exist_RG2()
    {
        var unknown = new Grower().Put(Given.Register(), Given.Facts() with { CompanyKnown = false });

        Assert.Equal("grower/unknown-company", unknown.Refusal!.Code);
    }

    [Fact]
    public void Regiment_is_no_company_RG2() =>
        Assert.Equal("grower/unknown-company", Refused(Given.Register() with { Region = RegionCode.Parse("08-143", null) }));

    [Fact]
    public void Regiment_registers_growers_of_its_own_companies_RG2() =>
        Assert.Equal("grower/region-not-yours", Refused(Given.Register() with { Region = RegionCode.Parse("08-144-001", null) }));

    [Fact]
    public void Grower_of_another_regiment_is_moved_by_the_platform_alone_RG2()
    {
        var elsewhere = RegionCode.Parse("08-144-001", null);
        var taken = Given.Register() with { By = new("regiment-144", Role.Regiment, "08-144"), Region = elsewhere };

        Assert.Equal("grower/of-another-regiment", Given.Grower().Put(taken, Given.Facts()).Refusal!.Code);
        Assert.Equal(elsewhere, Given.Grower().Put(taken with { By = Given.Platform }, Given.Facts()).Value.Region);
    }

    [Theory]
    [InlineData(Role.Company)]
    [InlineData(Role.Organizer)]
    [InlineData(Role.Ginner)]
    [InlineData(Role.Regulator)]
    public void Only_regiment_and_platform_register_growers_RG2(Role role) =>
        Assert.Equal("common/forbidden", Refused(Given.Register() with { By = new("x", role, "08-143-012") }));

    [Fact]
    public void Plots_of_a_closed_season_stay_as_they_are_RG3()
    {
        var grower = Given.Grower(Given.Plot("P1"));

        Assert.Same(grower, grower.Put(Given.Register(Given.Plot("P1")), Given.Facts(new SeasonYear(2026))).Value);
        Assert.Equal("season/closed", grower.Put(Given.Register(Given.Plot("P1", 301)), Given.Facts(new SeasonYear(2026))).Refusal!.Code);
        Assert.Equal("season/closed", grower.Put(Given.Register(Given.Plot("P9")), Given.Facts(new SeasonYear(2026))).Refusal!.Code);
    }

    [Theory]
    [InlineData(Role.Platform, "", true)]
    [InlineData(Role.Regiment, "08-143", true)]
    [InlineData(Role.Company, "08-143-012", true)]
    [InlineData(Role.Grower, "h1", true)]
    [InlineData(Role.Regiment, "08-144", false)]
    [InlineData(Role.Company, "08-143-013", false)]
    [InlineData(Role.Grower, "h2", false)]
    [InlineData(Role.Organizer, "08-143", false)]
    [InlineData(Role.Ginner, "65001", false)]
    public void Grower_is_known_to_staff_of_the_region_and_to_themself_AC5(Role role, string scope, bool visible) =>
        Assert.Equal(visible, Given.Grower().VisibleTo(new("x", role, scope), "h1"));

    [Fact]
    public void What_is_not_given_of_a_known_grower_stays_as_it_is_known_RG2()
    {
        var known = Given.Grower(Given.Plot("P1"));
        var masked = Given.Register(Given.Plot("P1")) with { Number = null, Name = null, Mobile = null };

        Assert.Same(known, known.Put(masked, Given.Facts() with { Number = known.Number, Mobile = known.Mobile }).Value);
    }

    [Fact]
    public void Who_is_not_known_cannot_be_named_by_id_alone_RG2()
    {
        Assert.Equal("grower/unknown", Refused(Given.Register() with { Number = null }));
        Assert.Equal("grower/unknown", Refused(Given.Register() with { Name = null }));
        Assert.Equal("grower/unknown", Refused(Given.Register() with { Mobile = null }));
    }

    private static string Refused(PutGrower command) => new Grower().Put(command, Given.Facts()).Refusal!.Code;
}
