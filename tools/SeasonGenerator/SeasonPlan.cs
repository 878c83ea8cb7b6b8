using System.Globalization;
using Suyuan.Collector;

namespace Suyuan.SeasonGeneration;

/// <summary>The corps as it is: a few large divisions, many regiments, companies of very different size, large and small gins.</summary>
internal sealed class SeasonPlan
{
    private const int FirstGin = 65001;
    private const int LinesOfGin = 4;
    private const int LeastGrowers = 12;
    private const string Digits = "〇一二三四五六七八九";

    // The largest growers of cotton first, so that a small season has them; the weight is about their part of the corps' cotton.
    private static readonly (int Number, double Weight)[] AllDivisions =
    [
        (8, 20), (7, 15), (6, 13), (1, 14), (2, 9), (3, 9), (4, 4), (5, 4), (13, 3), (10, 3), (14, 2), (12, 2), (9, 1), (11, 1),
    ];

    private SeasonPlan(SeasonSize size)
    {
        Plant(size);
        PlaceGins(size);
    }

    public List<(string Code, string Name)> Regions { get; } = [];

    public List<PlannedCompany> Companies { get; } = [];

    public List<(string Gin, int Line, string Model)> Lines { get; } = [];

    public static SeasonPlan Of(SeasonSize size) => new(size);

    private void Plant(SeasonSize size)
    {
        var divisions = AllDivisions.Take(size.Divisions).OrderBy(division => division.Number).ToArray();
        var regiments = Shares.Of(size.Regiments, [.. divisions.Select(division => division.Weight)], 1);
        var random = new Deterministic(size.Seed, 1);
        var companies = Shares.Of(size.Companies, [.. Enumerable.Range(0, size.Regiments).Select(_ => 0.5 + random.Fraction())], 1);
        var growers = Shares.Of(
            size.Growers, [.. Enumerable.Range(0, size.Companies).Select(_ => (double)random.Uniform(0, 1, 6) + 0.2)], LeastGrowers);

        var regiment = 0;
        for (var d = 0; d < divisions.Length; d++)
        {
            var division = divisions[d].Number.ToString("00", CultureInfo.InvariantCulture);
            Regions.Add((division, $"第{Counted(divisions[d].Number)}师"));
            for (var end = regiment + regiments[d]; regiment < end; regiment++)
                PlantRegiment(division, regiment + 1, companies[regiment], growers);
        }
    }

    private void PlantRegiment(string division, int number, int companies, int[] growers)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"{division}-{number:000}");
        var name = string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0'])) + "团";
        Regions.Add((code, name));
        for (var company = 1; company <= companies; company++)
        {
            var place = Companies.Count;
            var region = string.Create(CultureInfo.InvariantCulture, $"{code}-{company:000}");
            Regions.Add((region, Counted(company) + "连"));
            Companies.Add(new(place + 1, region, name + Counted(company) + "连", growers[place]));
        }
    }

    /// <summary>The companies deliver to the gin on their ground, now and then to its neighbour.</summary>
    private void PlaceGins(SeasonSize size)
    {
        var random = new Deterministic(size.Seed, 2);
        var weights = Enumerable.Range(0, size.Gins).Select(_ => Math.Exp((double)random.Normal(0, 0.6, 6)));
        var capacity = Shares.Of(size.Growers, [.. weights], 0);
        var gin = 0;
        var room = capacity[0];
        foreach (var company in Companies)
        {
            for (; room <= 0 && gin < size.Gins - 1; room += capacity[gin]) gin++;
            company.Gin = Code(gin);
            company.SecondGin = Code((gin + 1) % size.Gins);
            room -= company.Growers;
        }

        for (gin = 0; gin < size.Gins; gin++)
        {
            for (var line = 1; line <= LinesOfGin; line++) Lines.Add((Code(gin), line, line < LinesOfGin ? "VI" : "V"));
        }
    }

    private static string Code(int gin) => (FirstGin + gin).ToString(CultureInfo.InvariantCulture);

    /// <summary>Up to 99, as it is said: 十二, 二十, 三十五.</summary>
    private static string Counted(int number) => number switch
    {
        < 10 => Digits[number].ToString(),
        < 20 => "十" + Unit(number),
        _ => Digits[number / 10] + "十" + Unit(number),
    };

    private static string Unit(int number) => number % 10 == 0 ? "" : Digits[number % 10].ToString();
}

/// <summary>A company, whose growers form one unit.</summary>
internal sealed record PlannedCompany(int Number, string Region, string Name, int Growers)
{
    public string Gin { get; set; } = "";
    public string SecondGin { get; set; } = "";
}
