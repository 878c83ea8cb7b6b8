using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.Growers.Tests;

internal static class Given
{
    public static readonly Caller Regiment = new("regiment-143", Role.Regiment, "08-143");
    public static readonly Caller Platform = new("admin", Role.Platform, "");
    public static readonly RegionCode Company = RegionCode.Parse("08-143-012", null);
    public static readonly PersonNumber Person = PersonNumber.Parse("11010519491231002X", null);
    public static readonly PersonNumber Farm = PersonNumber.Parse("91330100799655058B", null);

    public static GrowerFacts Facts(params SeasonYear[] closed) => new()
    {
        CompanyKnown = true,
        ClosedSeasons = [.. closed],
        Number = new() { KeyId = "k", Cipher = "number" },
        Mobile = new() { KeyId = "k", Cipher = "mobile" },
    };

    public static PlotView Plot(string code, decimal area = 300, int season = 2026) => new()
    {
        Season = new(season),
        Code = PlotCode.Parse(code, null),
        Name = code + "号地",
        AreaMu = Mu.Of(area),
        Variety = "新陆早 61",
    };

    public static PutGrower Register(params PlotView[] plots) => new()
    {
        By = Regiment,
        Number = Person,
        Name = "张三",
        Mobile = MobileNumber.Parse("13812345678", null),
        Region = Company,
        Plots = [.. plots],
    };

    public static Grower Grower(params PlotView[] plots) => new Grower().Put(Register(plots), Facts()).Value;
}
