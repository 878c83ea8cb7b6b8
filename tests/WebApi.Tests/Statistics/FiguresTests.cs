using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;

namespace Suyuan.Statistics.Tests;

/// <summary>On an application of its own, since it changes the policy of the season that everybody works in.</summary>
public sealed class FiguresTests(SuyuanApp app) : IClassFixture<SuyuanApp>
{
    private static int Season => GivenGin.Season;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Totals_agree_at_every_level_with_the_raw_rows_whatever_happened_ST5(int seed)
    {
        var given = await GivenSeason.Create(app, seed);
        for (var round = 0; round < 4; round++)
        {
            await given.Happen(30);
            await AssertAgree(given);
            await StoredFigures.AssertAsRecounted(app, Season);
        }
    }

    private async Task AssertAgree(GivenSeason given)
    {
        var raw = await RawSeason.Read(app, Season);
        foreach (var gin in given.Gins)
        {
            AssertSame(raw.OfGin(gin.Gin), (await given.Report($"gin={gin.Gin}")).GetProperty("totals"));
            AssertSame(raw.Of(card => card.Region == gin.Company), (await given.Report($"region={gin.Company}")).GetProperty("totals"));
            AssertSame(raw.Of(card => card.Region.StartsWith(gin.Regiment)), (await given.Report($"region={gin.Regiment}")).GetProperty("totals"));
            await AssertUnit(given, raw, gin.Unit);
        }

        AssertSame(raw.Of(card => card.Region.StartsWith("08")), (await given.Report("region=08")).GetProperty("totals"));
        await AssertOverview(raw);
    }

    private static async Task AssertUnit(GivenSeason given, RawSeason raw, string unit)
    {
        var report = await given.Report($"unit={unit}");
        AssertSame(raw.Of(card => card.Unit == unit), report.GetProperty("totals"));
        var shares = report.GetProperty("shares").EnumerateArray().ToList();
        Assert.Equal(
            raw.Cards.Any(card => card.Unit == unit) ? raw.Of(card => card.Unit == unit).PremiumKg : 0,
            shares.Sum(share => share.GetProperty("allottedKg").GetDecimal()));
        foreach (var share in shares)
        {
            var grower = share.GetProperty("grower").GetString()!;
            var own = raw.Of(card => card.Unit == unit && card.Grower == grower);
            AssertSame(own, share.GetProperty("figures"));
            var ownReport = await given.Report($"grower={grower}");
            AssertSame(raw.Of(card => card.Grower == grower), ownReport.GetProperty("units").EnumerateArray()
                .Select(part => part.GetProperty("share").GetProperty("figures")).ToArray());
            Assert.Equal(share.GetProperty("allottedKg").GetDecimal(), ownReport.GetProperty("allottedKg").GetDecimal());
        }
    }

    private async Task AssertOverview(RawSeason raw)
    {
        var overview = await (await (await app.As(Role.Platform)).GetAsync($"/api/v1/statistics/overview?season={Season}")).Read();
        AssertSame(raw.Of(_ => true), overview.GetProperty("divisions").EnumerateArray().Select(part => part.GetProperty("figures")).ToArray());
        foreach (var gin in overview.GetProperty("gins").EnumerateArray())
            AssertSame(raw.OfGin(gin.GetProperty("gin").GetString()!), gin.GetProperty("figures"));
    }

    private static void AssertSame(Figures expected, params JsonElement[] parts) =>
        Assert.Equal(expected, Figures.Sum(parts.Select(part => part.Deserialize<Figures>(SuyuanJson.Options)!)));

    [Fact]
    public async Task Units_of_a_region_come_page_by_page_ST5()
    {
        var given = await GivenSeason.Create(app, seed: 4);
        var platform = await app.As(Role.Platform);
        var path = $"/api/v1/statistics/premium-cotton/units?season={Season}&region=08&limit=1";
        var listed = new List<JsonElement>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await (await platform.GetAsync(path + cursor)).Read();
            listed.Add(Assert.Single(page.GetProperty("items").EnumerateArray()));
            cursor = page.TryGetProperty("nextCursor", out var next) ? $"&cursor={next.GetString()}" : null;
        }

        AssertSame(
            (await given.Report("region=08")).GetProperty("totals").Deserialize<Figures>(SuyuanJson.Options)!,
            listed.Select(unit => unit.GetProperty("figures")).ToArray());
        Assert.Superset(
            given.Gins.Select(gin => gin.Unit).ToHashSet(), listed.Select(unit => unit.GetProperty("unit").GetString()!).ToHashSet());

        var officer = await given.Gins[0].CompanyOfficer.GetAsync(path);
        await officer.ShouldBe(404, "common/not-found");
    }
}
