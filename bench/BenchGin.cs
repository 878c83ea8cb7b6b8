using System.Globalization;
using Suyuan.Samples;

namespace Suyuan.Bench;

/// <summary>One gin with many lines and more quota than a run can use up, made through the API.</summary>
internal sealed class BenchGin
{
    public const string Gin = "65001";
    private const string Company = "08-143-002";
    public const string Password = "bench-only-93bd1e";

    private static readonly string[] Plots = ["B-1"];

    public required IReadOnlyList<BenchLine> Lines { get; init; }

    public static async Task<BenchGin> Make(HttpClient http, int lines, int cardsPerLine, CancellationToken cancellationToken)
    {
        var platform = await new Api(http).SignIn("platform", BenchNode.PlatformPassword, cancellationToken);
        await platform.Import("regions/imports", $"编码,名称\n08,第八师\n08-143,一四三团\n{Company},二连", cancellationToken);
        var season = SampleTimes.SeasonOf(TimeProvider.System.GetUtcNow());
        var person = PersonNumbers.Resident(new(1980, 5, 17), 1);
        await platform.Import(
            "growers/imports",
            "身份证号或信用代码,姓名,手机号,连队编码,年度,地块编码,地块名称,面积(亩),品种,土地性质\n"
            + $"{person},王建军,{PersonNumbers.Mobile(1)},{Company},{season},B-1,一号地,900,新陆早61号,身份地",
            cancellationToken);
        await ApproveUnit(http, platform, season, cancellationToken);

        await new Api(http).Post(
            "gin-registrations", new { userName = "qts" + Gin, password = Password, displayName = "一四三团棉花加工厂" }, cancellationToken);
        var ginner = await new Api(http).SignIn("qts" + Gin, Password, cancellationToken);
        var made = new BenchLine[lines];
        await Loading.Each(
            Enumerable.Range(1, lines),
            async (line, stop) => made[line - 1] = await Line(ginner, line, cardsPerLine, person, stop),
            cancellationToken);
        return new() { Lines = made };
    }

    private static async Task ApproveUnit(HttpClient http, Api platform, int season, CancellationToken cancellationToken)
    {
        await Account(platform, "08-143", "regiment", cancellationToken);
        await Account(platform, Company, "company", cancellationToken);
        var company = await new Api(http).SignIn(Company, Password, cancellationToken);
        var candidates = await company.Get($"trace-units/candidates?season={season}", cancellationToken);
        var grower = candidates.Body.GetProperty("items")[0].GetProperty("grower").GetString();
        var unit = await company.Post(
            "trace-units",
            new { season, formation = "company", name = "二连单元", members = new[] { new { grower, plots = Plots } } },
            cancellationToken);
        var regiment = await new Api(http).SignIn("08-143", Password, cancellationToken);
        await regiment.Put($"trace-units/{unit.Text("id")}/approval", new { }, cancellationToken);
    }

    private static Task<Answer> Account(Api platform, string region, string role, CancellationToken cancellationToken) => platform.Post(
        "accounts",
        new { userName = region, password = Password, displayName = region, roles = new[] { new { role, scope = region } } },
        cancellationToken);

    private static async Task<BenchLine> Line(Api ginner, int line, int cards, string person, CancellationToken cancellationToken)
    {
        await ginner.Put($"gins/{Gin}/lines/{line}", new { model = "VI" }, cancellationToken);
        var key = await ginner.Post($"gins/{Gin}/lines/{line}/device-keys", new { }, cancellationToken);
        var printed = new List<string>();
        for (var n = 1; n <= cards; n++)
            printed.Add(await Card(ginner, string.Create(CultureInfo.InvariantCulture, $"B{line:00}-{n:00}"), person, cancellationToken));
        return new(line, key.Text("key"), printed);
    }

    private static async Task<string> Card(Api ginner, string ticket, string person, CancellationToken cancellationToken)
    {
        await ginner.Put(
            $"gins/{Gin}/weigh-tickets/{ticket}",
            new
            {
                idNumber = person, plots = Plots, grossKg = 90_000, grossAt = TimeProvider.System.GetUtcNow(), tareKg = 15_000,
                quotaKg = 100_000, filmCount = 1,
            },
            cancellationToken);
        var card = await ginner.Post($"gins/{Gin}/trace-cards", new { printId = ticket, ticket, moduleType = "round" }, cancellationToken);
        return card.Text("card");
    }
}

/// <summary>A line, its collector's key, and the cards to scan.</summary>
internal sealed record BenchLine(int Number, string Key, IReadOnlyList<string> Cards);
