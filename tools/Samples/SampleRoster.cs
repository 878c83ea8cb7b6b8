using System.Globalization;
using Suyuan.Collector;

namespace Suyuan.Samples;

/// <summary>300 growers with 420 plots: fifty a company, the last of each a legal person with one large plot.</summary>
internal static class SampleRoster
{
    private const int PerCompany = 50;
    private const int WithSecondPlot = 20;
    private const long Seed = 1;

    private static readonly string[] Varieties = ["新陆早61号", "新陆早84号", "中棉113", "惠远720", "新陆早80号"];
    private static readonly string[] Places = ["东", "西", "南", "北", "渠首", "林带", "机耕道"];

    public static IReadOnlyList<SampleGrower> Create() =>
        [.. SampleRegions.Companies.SelectMany((company, at) => Enumerable.Range(0, PerCompany).Select(n => Grower(company.Code, at, n)))];

    private static SampleGrower Grower(string company, int companyAt, int n)
    {
        var random = new Deterministic(Seed, companyAt, n);
        var serial = companyAt * PerCompany + n + 1;
        var legal = n == PerCompany - 1;
        var born = new DateOnly(1962, 1, 1).AddDays(random.Between(0, 36 * 365));
        return new(
            legal ? PersonNumbers.Credit("91", serial) : PersonNumbers.Resident(born, serial),
            legal ? $"石河子市{random.Pick(Places)}棉业有限公司" : ChineseNames.Person(random),
            PersonNumbers.Mobile(serial),
            company,
            legal)
        {
            Plots = [
                .. Enumerable.Range(0, n < WithSecondPlot ? 2 : 1)
                    .Select(second => Plot(company, n + 1 + second * PerCompany, legal, random)),
            ],
        };
    }

    private static SamplePlot Plot(string company, int number, bool legal, Deterministic random) => new(
        string.Create(CultureInfo.InvariantCulture, $"{company[3..]}-{number:000}"),
        string.Create(CultureInfo.InvariantCulture, $"{random.Pick(Places)}{random.Between(1, 40)}号地"),
        legal ? random.Uniform(560, 880, 2) : random.Uniform(28, 96, 2),
        random.Pick(Varieties),
        random.Chance(0.7) ? "身份地" : "经营地");
}
