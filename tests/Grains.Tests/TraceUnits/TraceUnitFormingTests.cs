using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Growers;
using Suyuan.Measures;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.TraceUnits.Tests;

public sealed class TraceUnitFormingTests
{
    [Theory]
    [InlineData(Role.Company, Formation.Company, true)]
    [InlineData(Role.Company, Formation.Free, false)]
    [InlineData(Role.Company, Formation.Cooperative, false)]
    [InlineData(Role.Company, Formation.Individual, false)]
    [InlineData(Role.Organizer, Formation.Company, false)]
    [InlineData(Role.Organizer, Formation.Free, true)]
    [InlineData(Role.Organizer, Formation.Cooperative, true)]
    [InlineData(Role.Organizer, Formation.Individual, true)]
    [InlineData(Role.Grower, Formation.Company, false)]
    [InlineData(Role.Grower, Formation.Free, false)]
    [InlineData(Role.Grower, Formation.Cooperative, false)]
    [InlineData(Role.Grower, Formation.Individual, true)]
    [InlineData(Role.Regiment, Formation.Company, false)]
    [InlineData(Role.Platform, Formation.Free, false)]
    [InlineData(Role.Ginner, Formation.Individual, false)]
    public void Who_forms_what_TU1(Role role, Formation formation, bool allowed)
    {
        var by = new Caller("x", role, role is Role.Grower ? "h1" : role is Role.Company ? "08-143-012" : "08-143");
        var formed = Given.Formed(Given.Form(by, formation, Given.Member("h1", "A1", "A2")));

        Assert.Equal(allowed ? null : "trace-unit/formation-not-yours", formed.Refusal?.Code);
    }

    [Fact]
    public void Cooperative_needs_its_legal_person_TU1() =>
        Refuses("trace-unit/legal-person-required", Given.Form(Given.Organizer, Formation.Cooperative, Given.Member("h3", "C1")) with { LegalPerson = null });

    [Fact]
    public void Only_a_cooperative_has_a_legal_person_TU1() =>
        Refuses("trace-unit/legal-person-not-expected", Given.FormCompany() with { LegalPerson = Given.LegalPerson });

    [Theory]
    [InlineData("", "李四", "name")]
    [InlineData("丰收合作社", " ", "representative")]
    public void Legal_person_is_named_and_represented_TU1(string name, string representative, string member)
    {
        var command = Given.Form(Given.Organizer, Formation.Cooperative, Given.Member("h3", "C1"));
        var refusal = Given.Formed(command with { LegalPerson = Given.LegalPerson with { Name = name, Representative = representative } }).Refusal!;

        Assert.Equal(("trace-unit/legal-person-invalid", member), (refusal.Code, refusal.Arguments[0].Value));
    }

    [Fact]
    public void Legal_person_is_shown_masked_TU1()
    {
        var unit = Given.Formed(Given.Form(Given.Organizer, Formation.Cooperative, Given.Member("h3", "C1"))).Value.ToView("u", false);

        Assert.Equal(("丰收合作社", "139****1234"), (unit.LegalPerson!.Name, unit.LegalPerson.MaskedMobile));
    }

    [Theory]
    [InlineData(Role.Company, "08-143-012", null, "08-143-012")]
    [InlineData(Role.Organizer, "08-143", null, "08-143")]
    [InlineData(Role.Organizer, "08-143-013", null, "08-143-013")]
    [InlineData(Role.Organizer, "08-143-013", "08-143-012", "08-143-012")]
    [InlineData(Role.Grower, "h1", null, "08-143-012")]
    public void Home_region_is_the_accounts_own_unless_named_TU1(Role role, string scope, string? asked, string home)
    {
        var formation = role is Role.Company ? Formation.Company : Formation.Individual;
        var command = Given.Form(new("x", role, scope), formation, Given.Member("h1", "A1", "A2")) with { Region = Code(asked) };
        var facts = Given.Forming() with { AccountRegion = role is Role.Organizer ? Code(scope) : null };

        Assert.Equal(home, new TraceUnit().Form(command, facts).Value.Region.Value);
    }

    [Theory]
    [InlineData(Role.Company, "08-143-012", "08-143-013")]
    [InlineData(Role.Company, "08-143-012", "08-143")]
    [InlineData(Role.Organizer, "08-143", "08-144")]
    [InlineData(Role.Organizer, "08-143", "08")]
    [InlineData(Role.Grower, "h1", "08-144-001")]
    public void Home_region_stays_within_the_accounts_own_TU1(Role role, string scope, string asked)
    {
        var formation = role is Role.Company ? Formation.Company : Formation.Individual;

        Refuses("trace-unit/region-not-yours",
            Given.Form(new("x", role, scope), formation, Given.Member("h1", "A1", "A2")) with { Region = Code(asked) });
    }

    [Fact]
    public void Home_region_that_does_not_exist_is_refused_TU1()
    {
        var command = Given.Form(Given.Organizer, Formation.Free, Given.Member("h3", "C1")) with { Region = Code("08-143-099") };

        Assert.Equal("trace-unit/region-not-yours", new TraceUnit().Form(command, Given.Forming() with { RegionKnown = false }).Refusal!.Code);
    }

    [Fact]
    public void Account_without_a_region_names_one_TU1()
    {
        var command = Given.Form(Given.Organizer, Formation.Free, Given.Member("h3", "C1"));
        var homeless = Given.Forming() with { AccountRegion = null };

        Assert.Equal("trace-unit/region-required", new TraceUnit().Form(command, homeless).Refusal!.Code);
        Assert.Equal("08-143-013", new TraceUnit().Form(command with { Region = Code("08-143-013") }, homeless).Value.Region.Value);
    }

    [Fact]
    public void Individual_is_one_grower_TU1() =>
        Refuses("trace-unit/individual-one-grower",
            Given.Form(Given.Organizer, Formation.Individual, Given.Member("h1", "A1"), Given.Member("h2", "B1")));

    [Fact]
    public void Grower_takes_part_alone_only_for_themself_TU1() =>
        Refuses("trace-unit/only-yourself", Given.Form(Given.Grower, Formation.Individual, Given.Member("h3", "C1")));

    [Fact]
    public void Company_unit_takes_growers_of_that_company_TU2() =>
        Refuses("trace-unit/member-outside-region", Given.Form(Given.Company, Formation.Company, Given.Member("h3", "C1")));

    [Theory]
    [InlineData(Formation.Free)]
    [InlineData(Formation.Cooperative)]
    public void Free_and_cooperative_units_take_growers_of_their_regiment_TU2(Formation formation)
    {
        var across = Given.Form(Given.Organizer, formation, Given.Member("h1", "A1"), Given.Member("h3", "C1")) with { Region = Code("08-143-012") };

        Assert.Equal(Mu.Of(900), Given.Formed(across).Value.AreaMu);
        Refuses("trace-unit/member-outside-region", Given.Form(Given.Organizer, formation, Given.Member("h4", "D1")));
    }

    [Fact]
    public void Unknown_grower_is_refused_TU2() =>
        Refuses("trace-unit/unknown-grower", Given.Form(Given.Company, Formation.Company, Given.Member("h99", "A1")));

    [Theory]
    [InlineData("B1")]
    [InlineData("OLD-h1")]
    [InlineData("Z9")]
    public void Plot_is_the_growers_in_that_season_TU2(string plot) =>
        Refuses("trace-unit/plot-not-of-grower", Given.Form(Given.Company, Formation.Company, Given.Member("h1", plot)));

    [Fact]
    public void Members_are_named_once_with_plots_TU2()
    {
        Refuses("trace-unit/members-required", Given.Form(Given.Company, Formation.Company));
        Refuses("trace-unit/member-without-plots", Given.Form(Given.Company, Formation.Company, Given.Member("h1")));
        Refuses("trace-unit/member-twice",
            Given.Form(Given.Company, Formation.Company, Given.Member("h1", "A1"), Given.Member("h1", "A2")));
    }

    [Fact]
    public void Plot_named_twice_counts_once_TU3() =>
        Refuses("trace-unit/area-below-minimum", Given.Form(Given.Company, Formation.Company, Given.Member("h1", "A1", "A1")));

    [Fact]
    public void Area_below_the_minimum_is_refused_with_both_figures_TU3()
    {
        var season = Given.Season with { MinimumAreaMu = new() { Company = Mu.Of(600.01m) } };
        var refusal = new TraceUnit().Form(Given.FormCompany(), Given.Forming() with { Season = season }).Refusal!;

        Assert.Equal("trace-unit/area-below-minimum", refusal.Code);
        Assert.Equal([new("areaMu", "600"), new("minimumMu", "600.01")], refusal.Arguments.AsEnumerable());
    }

    [Fact]
    public void Area_that_reaches_the_minimum_exactly_is_enough_TU3()
    {
        var season = Given.Season with { MinimumAreaMu = new() { Company = Mu.Of(600) } };

        Assert.Equal(Mu.Of(600), new TraceUnit().Form(Given.FormCompany(), Given.Forming() with { Season = season }).Value.AreaMu);
    }

    [Fact]
    public void Minimum_is_that_of_the_formation_TU3()
    {
        var season = Given.Season with { MinimumAreaMu = new() { Individual = Mu.Of(300) } };
        var command = Given.Form(Given.Grower, Formation.Individual, Given.Member("h1", "A1"));

        Assert.Equal(Mu.Of(300), new TraceUnit().Form(command, Given.Forming() with { Season = season }).Value.AreaMu);
        Refuses("trace-unit/area-below-minimum", command);
    }

    [Fact]
    public void Forming_ends_at_24_00_China_time_of_the_deadline_TU10()
    {
        var season = Given.Season with { FormingDeadline = new(2026, 8, 31) };
        var lastMoment = new DateTimeOffset(2026, 8, 31, 15, 59, 59, TimeSpan.Zero);

        Assert.False(new TraceUnit().Form(Given.FormCompany(), Given.Forming() with { Season = season, Now = lastMoment }).Refused);
        Assert.Equal("season/forming-closed",
            new TraceUnit().Form(Given.FormCompany(), Given.Forming() with { Season = season, Now = lastMoment.AddSeconds(1) }).Refusal!.Code);
    }

    [Fact]
    public void Closed_season_takes_no_unit_RG3() =>
        Assert.Equal("season/closed",
            new TraceUnit().Form(Given.FormCompany(), Given.Forming() with { Season = Given.Season with { Closed = true } }).Refusal!.Code);

    [Theory]
    [InlineData("")]
    [InlineData("\u0000")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901")]
    public void Name_has_1_to_60_characters_TU1(string name) => Refuses("trace-unit/name-invalid", Given.FormCompany() with { Name = name });

    [Fact]
    public void Forming_sent_again_answers_as_before_and_other_content_is_refused_TU3()
    {
        var unit = Given.Approved();

        Assert.Same(unit, unit.Form(Given.FormCompany(), Given.Forming()).Value);
        Assert.Equal("trace-unit/exists-with-different-content",
            unit.Form(Given.FormCompany(), Given.Forming() with { Fingerprint = "said-otherwise" }).Refusal!.Code);
    }

    private static RegionCode? Code(string? code) => code is null ? null : RegionCode.Parse(code, null);

    private static void Refuses(string code, FormTraceUnit command) => Assert.Equal(code, Given.Formed(command).Refusal?.Code);
}
