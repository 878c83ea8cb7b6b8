using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Bales.Tests;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;
using Suyuan.Jobs.Tests;

namespace Suyuan.Linkages.Tests;

[Collection(AppCollection.Name)]
public sealed class LinkageApiTests(SuyuanApp app)
{
    /// <summary>Two growers of one unit with a card each; the first card took two bales, the first of them inspected.</summary>
    private async Task<Chain> Ginned()
    {
        var given = await GivenGin.Create(app, growers: 2);
        var collector = await given.Line();
        var (first, second) = (await given.Card(quotaKg: 400), await given.Card(quotaKg: 400, grower: 2));
        await (await collector.Scan(first, 0)).ShouldBe(HttpStatus.Ok);
        await (await collector.Scan(second)).ShouldBe(HttpStatus.Ok);
        for (var bale = 0; bale < 2; bale++) await (await collector.Press()).ShouldBe(HttpStatus.Ok);
        var page = await (await given.Ginner.GetAsync($"{given.Path}/bales")).Read();
        var inspected = page.GetProperty("items")[0].GetProperty("barcode").GetString()!;
        await new InspectionFile().Row(inspected).Report(app);
        return new(given, first, second, await Grower(given, first), await Grower(given, second), inspected);
    }

    private static async Task<string> Grower(GivenGin given, string card) => (await given.CardView(card)).GetProperty("grower").GetString()!;

    private static async Task<JsonElement[]> Items(HttpClient client, string path) =>
        [.. (await (await client.GetAsync(path)).Read()).GetProperty("items").EnumerateArray()];

    [Fact]
    public async Task Grower_follows_own_cotton_from_ticket_to_bale_and_nobody_else_s_ST5()
    {
        var chain = await Ginned();
        var grower = await app.As(Role.Grower, chain.FirstGrower);
        var own = $"/api/v1/growers/{chain.FirstGrower}";

        var ticket = Assert.Single(await Items(grower, own + "/weigh-tickets"));
        Assert.Equal((chain.FirstCard, chain.Given.Gin, "1连"), (Text(ticket, "card"), Text(ticket, "gin"), Text(ticket, "regionName")));
        Assert.Equal(chain.FirstCard, Text(Assert.Single(await Items(grower, own + "/trace-cards")), "card"));
        Assert.Equal(2, (await Items(grower, own + "/bales")).Length);
        Assert.Empty(await Items(await app.As(Role.Grower, chain.SecondGrower), $"/api/v1/growers/{chain.SecondGrower}/bales"));
        foreach (var path in new[] { "", "/overview", "/weigh-tickets", "/trace-cards", "/bales", "/bales?format=csv" })
            await (await grower.GetAsync($"/api/v1/growers/{chain.SecondGrower}{path}")).ShouldBe(404, "common/not-found");
        await (await grower.GetAsync($"/api/v1/bales/{chain.Inspected}")).ShouldBe(HttpStatus.Ok);
        Assert.Equal(3, (await ExportedTable.Of(grower, own + "/bales", "xlsx")).Rows.Count);
    }

    [Fact]
    public async Task Overview_shows_a_grower_s_season_in_one_answer_TU9_ST5()
    {
        var chain = await Ginned();
        var overview = await (await (await app.As(Role.Grower, chain.FirstGrower)).GetAsync($"/api/v1/growers/{chain.FirstGrower}/overview")).Read();

        Assert.Equal(GivenGin.Season, overview.GetProperty("season").GetInt32());
        Assert.Equal(chain.Given.Plot(1), Text(Assert.Single(overview.GetProperty("grower").GetProperty("plots").EnumerateArray()), "code"));
        Assert.Equal("approved", Text(Assert.Single(overview.GetProperty("units").EnumerateArray()), "state"));
        Assert.Equal(chain.FirstCard, Text(Assert.Single(overview.GetProperty("latestTickets").EnumerateArray()), "card"));
        Assert.Equal(2, overview.GetProperty("premiumCotton").GetProperty("totals").GetProperty("traced").GetInt64());
        var before = await (await chain.Given.Officer.GetAsync($"/api/v1/growers/{chain.FirstGrower}/overview?season={GivenGin.Season - 1}")).Read();
        Assert.Empty(before.GetProperty("units").EnumerateArray());
        await (await (await app.As(Role.Regiment, "06-996")).GetAsync($"/api/v1/growers/{chain.FirstGrower}/overview")).ShouldBe(404, "common/not-found");
    }

    [Fact]
    public async Task Unit_and_region_follow_theirs_and_their_counts_agree_ST5()
    {
        var chain = await Ginned();
        var member = await app.As(Role.Grower, chain.SecondGrower);
        var seers = new (HttpClient Client, string Path)[]
        {
            (member, $"/api/v1/trace-units/{chain.Given.Unit}"), (chain.Given.CompanyOfficer, $"/api/v1/trace-units/{chain.Given.Unit}"),
            (chain.Given.CompanyOfficer, $"/api/v1/regions/{chain.Given.Company}"), (chain.Given.Officer, $"/api/v1/regions/{chain.Given.Regiment}"),
            (chain.Given.Ginner, chain.Given.Path),
        };
        foreach (var (client, path) in seers)
        {
            Assert.Equal(2, (await Items(client, path + "/weigh-tickets")).Length);
            Assert.Equal(2, (await Items(client, path + "/trace-cards")).Length);
            Assert.Equal(2, (await Items(client, path + "/bales")).Length);
            Assert.Equal(3, (await ExportedTable.Of(client, path + "/trace-cards", "csv")).Rows.Count);
        }

        await (await chain.Given.CompanyOfficer.GetAsync($"/api/v1/regions/{chain.Given.Regiment}/bales")).ShouldBe(404, "common/not-found");
    }

    [Fact]
    public async Task Tickets_and_bales_are_found_by_what_is_asked_of_them()
    {
        var chain = await Ginned();
        var waiting = await chain.Given.Ticket(quotaKg: null);
        var tickets = chain.Given.Path + "/weigh-tickets";
        Assert.Equal([waiting], (await Items(chain.Given.Ginner, tickets + "?printed=false")).Select(ticket => Text(ticket, "ticket")));
        Assert.Equal([waiting], (await Items(chain.Given.Ginner, tickets + "?weighed=false&from=2020-01-01&to=9999-12-31")).Select(ticket => Text(ticket, "ticket")));
        Assert.Equal(2, (await Items(chain.Given.Ginner, tickets + "?printed=true")).Length);
        Assert.Empty(await Items(chain.Given.Ginner, tickets + "?to=2020-01-01"));

        var bales = chain.Given.Path + "/bales";
        Assert.Equal(2, (await Items(chain.Given.Ginner, $"{bales}?unit={chain.Given.Unit}&traced=true")).Length);
        Assert.Empty(await Items(chain.Given.Ginner, bales + "?traced=false"));
        Assert.Empty(await Items(chain.Given.Ginner, bales + "?warning=grossOutOfRange"));
        var season = $"&season={GivenGin.Season}";
        Assert.Equal([chain.Inspected], (await Items(chain.Given.Ginner, $"{bales}?premium=premium{season}")).Select(bale => Text(bale, "barcode")));
        Assert.Empty(await Items(chain.Given.Ginner, $"{bales}?premium=ordinary{season}"));
        Assert.Single(await Items(chain.Given.Ginner, $"{bales}?premium=pending{season}"));
        await (await chain.Given.Ginner.GetAsync(bales + "?premium=premium")).ShouldBe(400, "bale/season-required");
        Assert.Equal(chain.Given.Unit, Text(Assert.Single(await Items(chain.Given.Officer, $"/api/v1/trace-units?grower={chain.FirstGrower}&processing=true")), "id"));
    }

    [Fact]
    public async Task Quality_is_spread_over_classes_at_every_level_alike_ST5()
    {
        var chain = await Ginned();
        var season = $"/api/v1/statistics/quality?season={GivenGin.Season}&";
        var asked = new (HttpClient Client, string Selector)[]
        {
            (await app.As(Role.Grower, chain.FirstGrower), $"grower={chain.FirstGrower}"), (chain.Given.CompanyOfficer, $"unit={chain.Given.Unit}"),
            (chain.Given.Officer, $"region={chain.Given.Regiment}"), (chain.Given.Ginner, $"gin={chain.Given.Gin}"),
        };
        foreach (var (client, selector) in asked)
        {
            var report = await (await client.GetAsync(season + selector)).Read();
            Assert.Equal(1, report.GetProperty("inspected").GetInt64());
            var grade = Assert.Single(report.GetProperty("colourGrade").GetProperty("classes").EnumerateArray());
            Assert.Equal(("31", 1, 100m), (Text(grade, "class"), grade.GetProperty("bales").GetInt64(), grade.GetProperty("pct").GetDecimal()));
            Assert.Single(report.GetProperty("micronaire").GetProperty("classes").EnumerateArray());
            Assert.Equal(6, (await ExportedTable.Of(client, season + selector, "csv")).Rows.Count);
        }

        await (await (await app.As(Role.Ginner, "65992")).GetAsync($"{season}gin={chain.Given.Gin}")).ShouldBe(404, "common/not-found");
        await (await chain.Given.Ginner.GetAsync(season.TrimEnd('&'))).ShouldBe(400, "statistics/one-selector");
    }

    [Fact]
    public async Task Report_of_premium_cotton_is_exported_part_by_part_ST5_ST6()
    {
        var chain = await Ginned();
        var season = $"/api/v1/statistics/premium-cotton?season={GivenGin.Season}&";

        var unit = await ExportedTable.Of(chain.Given.CompanyOfficer, $"{season}unit={chain.Given.Unit}", "xlsx");
        Assert.Equal(["合计", "种植者", "种植者"], unit.Rows.Skip(1).Select(row => row[0]));
        Assert.Equal("#2", unit.Rows[1][Array.IndexOf(unit.Headings, "已追溯包数")]);
        var gin = await ExportedTable.Of(chain.Given.Ginner, $"{season}gin={chain.Given.Gin}", "csv", "en");
        Assert.Equal(["total", "line", "cardState", "cardState"], gin.Rows.Skip(1).Select(row => row[0]));
        Assert.Equal("1", gin.Cell("line", "inspected"));
        await (await (await app.As(Role.Ginner, "65992")).GetAsync($"{season}gin={chain.Given.Gin}&format=csv")).ShouldBe(404, "common/not-found");
    }

    [Fact]
    public async Task Inspections_re_import_unchanged_and_gin_lines_accounts_and_candidates_are_exported()
    {
        var chain = await Ginned();
        var inspector = await app.As(Role.Inspector);
        var results = await ExportedTable.Of(inspector, $"/api/v1/inspections?gin={chain.Given.Gin}", "csv");
        Assert.Equal([chain.Inspected], results.Rows.Skip(1).Select(row => row[0]));
        var again = await (await ExportedTable.Import(inspector, "/api/v1/inspections/imports", results.Content, "again.csv")).Report(inspector);
        Assert.Equal((0, 0, 1), (again.GetProperty("created").GetInt32(), again.GetProperty("changed").GetInt32(), again.GetProperty("unchanged").GetInt32()));

        Assert.Equal("VI", (await ExportedTable.Of(chain.Given.Ginner, chain.Given.Path + "/lines", "csv")).Cell(chain.Given.Gin, "采集器型号"));
        Assert.True((await ExportedTable.Of(chain.Given.Officer, "/api/v1/accounts", "xlsx")).Rows.Count > 1);
        var candidates = await ExportedTable.Of(chain.Given.CompanyOfficer, $"/api/v1/trace-units/candidates?season={GivenGin.Season}", "csv");
        Assert.Equal(3, candidates.Rows.Count);
        Assert.Equal(chain.Given.Unit, (await ExportedTable.Of(chain.Given.Officer, "/api/v1/trace-units", "csv")).Rows[1][0]);
    }

    [Fact]
    public async Task Platform_reads_who_exported_what_and_others_do_not_SC4()
    {
        var chain = await Ginned();
        await ExportedTable.Of(chain.Given.Ginner, chain.Given.Path + "/bales?traced=true", "csv");

        var platform = await app.As(Role.Platform);
        var export = Assert.Single(await Items(platform, $"/api/v1/audit/exports?path={chain.Given.Path}/bales"));
        Assert.Equal(("ginner", chain.Given.Gin, "csv"), (Text(export, "role"), Text(export, "scope"), Text(export, "format")));
        Assert.Contains("traced=true", Text(export, "query"), StringComparison.Ordinal);
        Assert.Empty(await Items(platform, $"/api/v1/audit/exports?path={chain.Given.Path}/bales&to=2020-01-01"));
        await (await chain.Given.Ginner.GetAsync("/api/v1/audit/exports")).ShouldBe(403, "common/forbidden");
    }

    private static string Text(JsonElement item, string member) => item.GetProperty(member).GetString()!;

    private sealed record Chain(
        GivenGin Given, string FirstCard, string SecondCard, string FirstGrower, string SecondGrower, string Inspected);
}
