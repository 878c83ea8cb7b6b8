using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.TraceUnits;

namespace Suyuan.Seasons.Tests;

public sealed class SeasonTests
{
    private static readonly SeasonYear Year = new(2026);
    private static readonly Caller Platform = new("admin", Role.Platform, "");

    public static TheoryData<string, SeasonPolicy> OutsideWhatCanBeMeant => new()
    {
        { "minimumAreaMu.company", new() { MinimumAreaMu = new() { Company = Mu.Of(-1) } } },
        { "minimumAreaMu.free", new() { MinimumAreaMu = new() { Free = Mu.Of(1_000_001) } } },
        { "minimumAreaMu.cooperative", new() { MinimumAreaMu = new() { Cooperative = Mu.Of(-0.01m) } } },
        { "minimumAreaMu.individual", new() { MinimumAreaMu = new() { Individual = Mu.Of(-500) } } },
        { "premium.minimumLengthMm", new() { Premium = new() { MinimumLengthMm = 290 } } },
        { "premium.minimumStrength", new() { Premium = new() { MinimumStrength = 0 } } },
        { "premium.minimumUniformity", new() { Premium = new() { MinimumUniformity = 101 } } },
        { "rateYuanPerKg", new() { RateYuanPerKg = -0.35m } },
        { "standardImpurityPct", new() { StandardImpurityPct = 100 } },
        { "conditionedRegainPct", new() { ConditionedRegainPct = -8.5m } },
        { "queueLimits.four", new() { QueueLimits = new() { Four = 0 } } },
        { "queueLimits.five", new() { QueueLimits = new() { Five = 101 } } },
        { "queueLimits.six", new() { QueueLimits = new() { Six = -20 } } },
        { "maximumDelayBales", new() { MaximumDelayBales = 201 } },
        { "uploadWindowHours", new() { UploadWindowHours = 0 } },
        { "kilogramsPerBale", new() { KilogramsPerBale = Kilograms.Zero } },
    };

    [Fact]
    public void Season_never_put_has_the_defaults_RG3()
    {
        var policy = new Season().ToView(Year);

        Assert.Equal(0, policy.Revision);
        Assert.Equal(Year, policy.Season);
        Assert.All(Enum.GetValues<Formation>(), formation => Assert.Equal(Mu.Of(500), policy.MinimumAreaMu.Of(formation)));
        Assert.Equal((29.0m, 29.0m), (policy.Premium.MinimumLengthMm, policy.Premium.MinimumStrength));
        Assert.Equal(["A", "B2"], policy.Premium.MicronaireLevels.AsEnumerable());
        Assert.Null(policy.Premium.MinimumUniformity);
        Assert.Null(policy.Premium.ForeignFibreAllowed);
        Assert.Equal((2.5m, 8.5m), (policy.StandardImpurityPct, policy.ConditionedRegainPct));
        Assert.Equal(ProcessedBasis.Conditioned, policy.ProcessedBasis);
        Assert.Equal(new() { Four = 10, Five = 10, Six = 20 }, policy.QueueLimits);
        Assert.Equal((20, 24, Kilograms.Of(227)), (policy.MaximumDelayBales, policy.UploadWindowHours, policy.KilogramsPerBale));
        Assert.Equal((0.35m, RateBasis.Lint, false), (policy.RateYuanPerKg, policy.RateBasis, policy.Closed));
    }

    [Fact]
    public void Individual_has_a_minimum_of_its_own_RG3()
    {
        var policy = Put(new() { MinimumAreaMu = new() { Individual = Mu.Of(300) } }).Value.ToView(Year);

        Assert.Equal((Mu.Of(300), Mu.Of(500)), (policy.MinimumAreaMu.Of(Formation.Individual), policy.MinimumAreaMu.Of(Formation.Company)));
    }

    [Fact]
    public void Season_and_revision_are_the_records_own_whatever_the_policy_says_RG3()
    {
        var policy = Put(new() { Season = new(2031), Revision = 99 }).Value.ToView(Year);

        Assert.Equal((Year, 1), (policy.Season, policy.Revision));
    }

    [Theory]
    [MemberData(nameof(OutsideWhatCanBeMeant))]
    public void Figure_outside_what_can_be_meant_is_refused_by_name_RG3(string member, SeasonPolicy policy)
    {
        var refusal = Put(policy).Refusal!;

        Assert.Equal(("season/out-of-range", member), (refusal.Code, refusal.Arguments.First(argument => argument.Name == "member").Value));
    }

    [Theory]
    [InlineData("B")]
    [InlineData("b2")]
    [InlineData("")]
    [InlineData("D")]
    public void Unknown_micronaire_level_is_refused_RG3(string level) =>
        Assert.Equal("season/unknown-micronaire-level", Put(new() { Premium = new() { MicronaireLevels = ["A", level] } }).Refusal!.Code);

    [Fact]
    public void Premium_rule_without_a_micronaire_level_is_refused_RG3() =>
        Assert.Equal("season/micronaire-levels-required", Put(new() { Premium = new() { MicronaireLevels = [] } }).Refusal!.Code);

    [Theory]
    [InlineData("2026-09-01", "2026-08-31", null)]
    [InlineData(null, "2027-03-16", "2027-03-15")]
    [InlineData("2027-03-16", null, "2027-03-15")]
    public void Deadlines_stand_in_the_order_of_the_work_RG3(string? forming, string? delivery, string? ginning)
    {
        var policy = new SeasonPolicy
        {
            FormingDeadline = Day(forming),
            DeliveryDeadline = Day(delivery),
            GinningDeadline = Day(ginning),
        };

        Assert.Equal("season/deadline-order", Put(policy).Refusal!.Code);
    }

    [Fact]
    public void Policy_names_its_grading_edition_RG3() =>
        Assert.Equal("season/grading-edition-invalid", Put(new() { GradingEdition = " " }).Refusal!.Code);

    [Theory]
    [InlineData(Role.Regiment)]
    [InlineData(Role.Company)]
    [InlineData(Role.Regulator)]
    [InlineData(Role.Ginner)]
    public void Only_the_platform_edits_a_season_RG3(Role role) =>
        Assert.Equal(RefusalKind.Forbidden, new Season().Put(Year, new(new("x", role, "08-143"), new(), null)).Refusal!.Kind);

    [Fact]
    public void Closed_season_never_changes_again_RG3()
    {
        var closed = Put(new() { Closed = true }).Value;

        Assert.Equal("season/closed", closed.Put(Year, new(Platform, new() { Closed = false }, 1)).Refusal!.Code);
    }

    [Fact]
    public void Edit_of_an_outdated_revision_is_refused_RG3()
    {
        var season = Put(new()).Value;

        Assert.Equal(SharedRefusals.Stale(1).Code, season.Put(Year, new(Platform, new(), 0)).Refusal!.Code);
    }

    private static Result<Season> Put(SeasonPolicy policy) => new Season().Put(Year, new(Platform, policy, 0));

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, null);
}
