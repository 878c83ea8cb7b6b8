using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Growers;
using Suyuan.Measures;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.TraceUnits.Tests;

/// <summary>Units and their circumstances, made through the public decisions alone.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 8, 20, 10, 0, 0, ChinaTime.Offset);
    public static readonly SeasonPolicy Season = new() { Season = new(2026) };

    public static readonly Caller Company = new("company-12", Role.Company, "08-143-012");
    public static readonly Caller OtherCompany = new("company-13", Role.Company, "08-143-013");
    public static readonly Caller Regiment = new("regiment-143", Role.Regiment, "08-143");
    public static readonly Caller OtherRegiment = new("regiment-144", Role.Regiment, "08-144");
    public static readonly Caller Organizer = new("organizer-1", Role.Organizer, "organizer-1");
    public static readonly Caller OtherOrganizer = new("organizer-2", Role.Organizer, "organizer-2");
    public static readonly Caller Grower = new("grower-1", Role.Grower, "h1");
    public static readonly Caller Platform = new("admin", Role.Platform, "");

    public static readonly ImmutableArray<GrowerView> Growers =
    [
        Planting("h1", "08-143-012", ("A1", 300), ("A2", 250)),
        Planting("h2", "08-143-012", ("B1", 300), ("B2", 0.01m)),
        Planting("h3", "08-143-013", ("C1", 600)),
        Planting("h4", "08-144-001", ("D1", 600)),
    ];

    public static readonly LegalPersonDetails LegalPerson =
        new("丰收合作社", PersonNumber.Parse("91330100799655058B", null), "李四", MobileNumber.Parse("13900001234", null));

    public static ChoiceFacts Choice(LegalPersonDetails? legalPerson = null) => new()
    {
        Growers = Growers,
        LegalPerson = legalPerson is null ? null : TraceUnits.LegalPerson.Of(legalPerson, Cipher("number"), Cipher("mobile")),
    };

    public static FormingFacts Forming(LegalPersonDetails? legalPerson = null) => new()
    {
        Season = Season,
        Choice = Choice(legalPerson),
        Now = Now,
        RegionKnown = true,
        AccountRegion = RegionCode.Parse("08-143", null),
        Fingerprint = "said-once",
    };

    public static UnitFacts Facts => new() { Season = Season };

    public static UnitFacts Processing => Facts with { Processing = true };

    public static ChosenMember Member(string grower, params string[] plots) =>
        new(grower, [.. plots.Select(plot => PlotCode.Parse(plot, null))]);

    public static FormTraceUnit Form(Caller by, Formation formation, params ChosenMember[] members) => new()
    {
        By = by,
        Season = new(2026),
        Formation = formation,
        Name = "十二连一组",
        Members = [.. members],
        LegalPerson = formation is Formation.Cooperative ? LegalPerson : null,
    };

    public static FormTraceUnit FormCompany() => Form(Company, Formation.Company, Member("h1", "A1"), Member("h2", "B1"));

    public static EditTraceUnit Edit(Caller? by = null) => new()
    {
        By = by ?? Company,
        Name = "十二连二组",
        Members = [Member("h1", "A1", "A2"), Member("h2", "B1")],
    };

    public static Result<TraceUnit> Formed(FormTraceUnit command) => new TraceUnit().Form(command, Forming(command.LegalPerson));

    public static TraceUnit Pending() => Formed(FormCompany()).Value;

    public static TraceUnit Approved() => Pending().Approve(new(Regiment, null), Facts).Value;

    public static TraceUnit Rejected() => Pending().Reject(new(Regiment, "地块与台账不符", null), Facts).Value;

    public static TraceUnit Dissolved() => Pending().Dissolve(new(Company, null), Facts).Value;

    private static GrowerView Planting(string id, string company, params (string Code, decimal Area)[] plots) => new()
    {
        Id = id,
        MaskedName = "张*",
        Region = RegionCode.Parse(company, null),
        Revision = 1,
        Plots =
        [
            .. plots.Select(plot => new PlotView { Season = new(2026), Code = new(plot.Code), AreaMu = Mu.Of(plot.Area) }),
            new() { Season = new(2025), Code = new("OLD-" + id), AreaMu = Mu.Of(900) },
        ],
    };

    private static ProtectedText Cipher(string text) => new() { KeyId = "k", Cipher = text };
}
