using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Bales.Tests;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;

namespace Suyuan.Statistics.Tests;

[Collection(AppCollection.Name)]
public sealed class PremiumCottonApiTests(SuyuanApp app)
{
    private static string Path(string selector) => $"/api/v1/statistics/premium-cotton?season={GivenGin.Season}&{selector}";

    private static Task<HttpResponseMessage> Ask(HttpClient client, string selector) => client.GetAsync(Path(selector));

    private static async Task<JsonElement> Report(HttpClient client, string selector) => await (await Ask(client, selector)).Read();

    private static long Count(JsonElement figures, string member) => figures.GetProperty(member).GetInt64();

    private static decimal Kg(JsonElement figures, string member) => figures.GetProperty(member).GetDecimal();

    /// <summary>
    /// Two growers, a card each; one untraced bale, one delayed, then two and one traced. Of the traced ones, the first two are
    /// inspected: premium and ordinary.
    /// </summary>
    private async Task<GivenGin> Season()
    {
        var given = await GivenGin.Create(app, growers: 2);
        var collector = await given.Line();
        await (await collector.Press()).ShouldBe(HttpStatus.Ok);
        var (first, second) = (await given.Card(quotaKg: 400), await given.Card(quotaKg: 400, grower: 2));
        await (await collector.Scan(first, 1)).ShouldBe(HttpStatus.Ok);
        await (await collector.Scan(second)).ShouldBe(HttpStatus.Ok);
        for (var bale = 0; bale < 4; bale++) await (await collector.Press()).ShouldBe(HttpStatus.Ok);

        var page = await (await given.Ginner.GetAsync($"{given.Path}/bales?card={first}")).Read();
        var barcodes = page.GetProperty("items").EnumerateArray().Select(bale => bale.GetProperty("barcode").GetString()!).ToArray();
        await new InspectionFile().Row(barcodes[0]).Row(barcodes[1], length: "28.9").Report(app);
        return given;
    }

    private static void AssertTraced(JsonElement totals)
    {
        Assert.Equal((2, 2, 3), (Count(totals, "tickets"), Count(totals, "cards"), Count(totals, "traced")));
        Assert.Equal(5_000m, Kg(totals, "netKg"));
        Assert.Equal((2, 1, 1, 1), (Count(totals, "inspected"), Count(totals, "pending"), Count(totals, "premium"), Count(totals, "ordinary")));
        // Impurity 2.4 of the inspected, standard impurity of the other; regain is standard.
        Assert.Equal((225.23m, 225.23m + 225.23m + 225.00m), (Kg(totals, "premiumKg"), Kg(totals, "conditionedKg")));
    }

    [Fact]
    public async Task Totals_agree_across_unit_gin_region_and_growers_ST5()
    {
        var given = await Season();
        var unit = await Report(given.Officer, $"unit={given.Unit}");
        AssertTraced(unit.GetProperty("totals"));
        AssertTraced((await Report(given.CompanyOfficer, $"region={given.Company}")).GetProperty("totals"));
        AssertTraced((await Report(given.Officer, $"region={given.Regiment}")).GetProperty("totals"));
        AssertTraced((await Report(given.Ginner, $"gin={given.Gin}")).GetProperty("totals"));

        var growers = new List<JsonElement>();
        foreach (var share in unit.GetProperty("shares").EnumerateArray())
            growers.Add(await Report(await app.As(Role.Grower, share.GetProperty("grower").GetString()!), $"grower={share.GetProperty("grower")}"));
        foreach (var member in new[] { "tickets", "netKg", "cards", "traced", "inspected", "premium", "conditionedKg", "premiumKg" })
            Assert.Equal(Kg(unit.GetProperty("totals"), member), growers.Sum(grower => Kg(grower.GetProperty("totals"), member)));
        Assert.Equal(225.23m, growers.Sum(grower => Kg(grower, "allottedKg")));
    }

    [Fact]
    public async Task A_unit_s_premium_cotton_is_shared_by_traced_deliveries_to_the_last_hundredth_ST4()
    {
        var given = await Season();
        var shares = (await Report(given.Officer, $"unit={given.Unit}")).GetProperty("shares").EnumerateArray().ToArray();
        Assert.Equal([112.61m, 112.62m], shares.Select(share => Kg(share, "allottedKg")).Order());
        Assert.All(shares, share => Assert.Contains('*', share.GetProperty("maskedName").GetString()!));
    }

    [Fact]
    public async Task A_voided_card_delivers_nothing_to_the_unit_ST4()
    {
        var given = await GivenGin.Create(app, growers: 2);
        var (kept, voided) = (await given.Card(), await given.Card(grower: 2));
        Assert.Equal(5_000m, Kg((await Report(given.Officer, $"unit={given.Unit}")).GetProperty("totals"), "netKg"));
        await (await given.Ginner.DeleteAsync($"{given.Path}/trace-cards/{voided}")).ShouldBe(HttpStatus.Ok);

        var report = await Report(given.Officer, $"unit={given.Unit}");
        Assert.Equal((1, 2_500m), (Count(report.GetProperty("totals"), "cards"), Kg(report.GetProperty("totals"), "netKg")));
        Assert.Equal(2, report.GetProperty("shares").GetArrayLength());
        var use = (await Report(given.Ginner, $"gin={given.Gin}")).GetProperty("use");
        Assert.Equal((2, 1, 1), (Count(use, "tickets"), Count(use.GetProperty("cards"), "printed"), Count(use.GetProperty("cards"), "voided")));
        Assert.NotEmpty(kept);
    }

    [Fact]
    public async Task A_gin_sees_the_use_of_its_cards_and_the_linkage_of_its_bales_ST6()
    {
        var given = await Season();
        var report = await Report(given.Ginner, $"gin={given.Gin}");
        var totals = report.GetProperty("totals");
        Assert.Equal((5, 1, 1), (Count(totals, "bales"), Count(totals, "delayed"), Count(totals, "untraced")));
        var use = report.GetProperty("use");
        Assert.Equal((1, 1), (Count(use.GetProperty("cards"), "finishedAuto"), Count(use.GetProperty("cards"), "inWork")));
        var line = Assert.Single(use.GetProperty("lines").EnumerateArray());
        Assert.Equal((1, 5), (Count(line, "line"), Count(line.GetProperty("figures"), "bales")));
    }

    [Fact]
    public async Task A_division_s_report_sums_its_regiments_ST5()
    {
        var given = await Season();
        var report = await Report(await app.As(Role.Platform), "region=08");
        var regiment = Assert.Single(report.GetProperty("regions").EnumerateArray(), part => part.GetProperty("region").GetString() == given.Regiment);
        AssertTraced(regiment.GetProperty("figures"));
        Assert.Equal(
            Kg(report.GetProperty("totals"), "netKg"),
            report.GetProperty("regions").EnumerateArray().Sum(part => Kg(part.GetProperty("figures"), "netKg")));
    }

    [Fact]
    public async Task Exactly_one_selector_is_needed()
    {
        var platform = await app.As(Role.Platform);
        await (await Ask(platform, "")).ShouldBe(400, "statistics/one-selector");
        await (await Ask(platform, "gin=65001&region=08")).ShouldBe(400, "statistics/one-selector");
        await (await Ask(platform, "gin=6500")).ShouldBe(400);
        await (await platform.GetAsync("/api/v1/statistics/premium-cotton?gin=65001")).ShouldBe(400);
        await (await Ask(platform, "gin=65001&colour=red")).ShouldBe(400, "common/unknown-parameter");
    }

    [Fact]
    public async Task Everyone_gets_only_the_reports_that_are_theirs_AC5()
    {
        var given = await GivenGin.Create(app);
        var share = (await Report(given.Officer, $"unit={given.Unit}")).GetProperty("shares")[0];
        var grower = share.GetProperty("grower").GetString()!;
        var selectors = new[] { $"unit={given.Unit}", $"grower={grower}", $"gin={given.Gin}", $"region={given.Regiment}" };
        foreach (var selector in selectors)
        {
            foreach (var (role, scope) in new[]
            {
                (Role.Regiment, "09-992"), (Role.Company, "09-992-001"), (Role.Ginner, "65992"), (Role.Organizer, given.Regiment),
                (Role.Grower, grower[..^1] + (grower[^1] == '0' ? '1' : '0')),
            })
                await (await Ask(await app.As(role, scope), selector)).ShouldBe(404, "common/not-found");
            await (await Ask(await app.As(Role.Platform), selector)).ShouldBe(HttpStatus.Ok);
        }

        await (await Ask(given.Officer, $"grower={grower}")).ShouldBe(HttpStatus.Ok);
        await (await Ask(given.Officer, $"gin={given.Gin}")).ShouldBe(404, "common/not-found");
        await (await Ask(await app.As(Role.Grower, grower), $"unit={given.Unit}")).ShouldBe(404, "common/not-found");
        await (await Ask(await app.As(Role.Inspector), selectors[0])).ShouldBe(403, "common/forbidden");
    }
}
