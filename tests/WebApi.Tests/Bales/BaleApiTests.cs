using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;

namespace Suyuan.Bales.Tests;

[Collection(AppCollection.Name)]
public sealed class BaleApiTests(SuyuanApp app)
{
    private static string Text(JsonElement bale, string member) => bale.GetProperty(member).GetString()!;

    private static async Task<JsonElement[]> List(HttpClient client, GivenGin given, string query = "")
    {
        var page = await (await client.GetAsync($"{given.Path}/bales?limit=200{query}")).Read();
        return [.. page.GetProperty("items").EnumerateArray()];
    }

    /// <summary>One delayed bale, then two of the card.</summary>
    private async Task<(GivenGin Given, string Card)> Pressed()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var card = await given.Card(quotaKg: 1_000);
        await (await collector.Scan(card, 1)).ShouldBe(HttpStatus.Ok);
        for (var bale = 0; bale < 3; bale++) await (await collector.Press()).ShouldBe(HttpStatus.Ok);
        return (given, card);
    }

    [Fact]
    public async Task A_bale_shows_its_inspection_once_it_is_there_ST1()
    {
        var (given, card) = await Pressed();
        var bale = (await List(given.Ginner, given, $"&card={card}"))[0];
        Assert.Equal("pending", Text(bale, "premium"));
        Assert.False(bale.TryGetProperty("inspection", out _));

        var report = await new InspectionFile().Row(Text(bale, "barcode")).Report(app);
        Assert.Equal(0, report.GetProperty("unknownBarcodes").GetInt32());
        var inspected = await (await given.Ginner.GetAsync($"/api/v1/bales/{Text(bale, "barcode")}")).Read();
        Assert.Equal(("premium", card, given.Unit), (Text(inspected, "premium"), Text(inspected, "card"), Text(inspected, "unit")));
        Assert.Equal(225.23m, inspected.GetProperty("conditionedKg").GetDecimal());
        Assert.Equal(("3129B", "B2", "S2", "U3"), (
            Text(inspected.GetProperty("inspection"), "qualityMark"), Text(inspected.GetProperty("inspection"), "micronaireLevel"),
            Text(inspected.GetProperty("inspection"), "strengthClass"), Text(inspected.GetProperty("inspection"), "uniformityClass")));
    }

    [Fact]
    public async Task A_result_that_came_before_its_bale_is_joined_when_the_bale_arrives_ST1()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var at = DateTimeOffset.UtcNow;
        var barcode = collector.Barcode(77, at);
        var report = await new InspectionFile().Row(barcode, length: "28.0").Report(app);
        Assert.Equal(1, report.GetProperty("unknownBarcodes").GetInt32());

        await (await collector.Press(barcode: barcode, at: at)).ShouldBe(HttpStatus.Ok);
        Assert.Equal("ordinary", Text(await (await given.Ginner.GetAsync($"/api/v1/bales/{barcode}")).Read(), "premium"));
    }

    [Fact]
    public async Task A_gin_s_bales_are_listed_newest_first_page_by_page()
    {
        var (given, card) = await Pressed();
        var all = await List(given.Ginner, given);
        Assert.Equal(3, all.Length);
        var first = await (await given.Ginner.GetAsync($"{given.Path}/bales?limit=2")).Read();
        var second = await (await given.Ginner.GetAsync($"{given.Path}/bales?limit=2&cursor={Text(first, "nextCursor")}")).Read();
        Assert.Equal(all.Select(bale => Text(bale, "barcode")),
            first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(bale => Text(bale, "barcode")));

        Assert.Equal(2, (await List(given.Ginner, given, $"&card={card}")).Length);
        Assert.Equal(3, (await List(given.Ginner, given, $"&line=1&season={GivenGin.Season}&from=2020-01-01&to=9999-12-31")).Length);
        Assert.Empty(await List(given.Ginner, given, "&line=2"));
        Assert.Empty(await List(given.Ginner, given, "&to=2020-01-01"));
        Assert.Equal(card, Text(all.Single(bale => bale.TryGetProperty("delayOf", out _)), "delayOf"));
    }

    [Fact]
    public async Task Everyone_sees_only_the_bales_that_are_theirs_AC5()
    {
        var (given, card) = await Pressed();
        var traced = Text((await List(given.Ginner, given, $"&card={card}"))[0], "barcode");
        var delayed = Text((await List(given.Ginner, given)).Single(bale => bale.TryGetProperty("delayOf", out _)), "barcode");

        foreach (var client in new[] { given.Ginner, given.Officer, given.CompanyOfficer, await app.As(Role.Inspector), await app.As(Role.Platform) })
            await (await client.GetAsync($"/api/v1/bales/{traced}")).ShouldBe(HttpStatus.Ok);
        foreach (var client in new[] { await app.As(Role.Ginner, "65991"), await app.As(Role.Regiment, "09-991") })
        {
            await (await client.GetAsync($"/api/v1/bales/{traced}")).ShouldBe(404, "common/not-found");
            Assert.Empty(await List(client, given));
        }

        await (await given.Officer.GetAsync($"/api/v1/bales/{delayed}")).ShouldBe(404, "common/not-found");
        Assert.Equal(2, (await List(given.Officer, given)).Length);
        await (await (await app.As(Role.Organizer)).GetAsync($"/api/v1/bales/{traced}")).ShouldBe(404, "common/not-found");
        await (await (await app.As(Role.Recorder, "91659099MA0009901P")).GetAsync($"/api/v1/bales/{traced}")).ShouldBe(403, "common/forbidden");
    }
}
