using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Common.Tests;

namespace Suyuan.GinLines.Tests;

/// <summary>What a gin's day brings and the manual only hints at.</summary>
[Collection(AppCollection.Name)]
public sealed class GinDayApiTests(SuyuanApp app)
{
    [Fact]
    public async Task Two_regiments_cotton_at_one_gin_on_two_lines_is_each_regiment_s_own_and_adds_up_ST5()
    {
        var (here, away) = (await GivenGin.Create(app), await GivenGin.Create(app));
        var (first, second) = (await here.Line(1), await here.Line(2));
        var (own, brought) = (await here.Card(quotaKg: 500), await CardOf(here, away, "AWAY-1", 300));
        var (ownToo, broughtToo) = (await here.Card(quotaKg: 200), await CardOf(here, away, "AWAY-2", 600));

        // Line 1: own then brought; line 2: brought then own; bales of both lines in turns.
        await (await first.Scan(own, 0)).ShouldBe(HttpStatus.Ok);
        await (await second.Scan(broughtToo, 1)).ShouldBe(HttpStatus.Ok);
        await (await first.Scan(brought)).ShouldBe(HttpStatus.Ok);
        await (await second.Scan(ownToo)).ShouldBe(HttpStatus.Ok);
        for (var bale = 0; bale < 5; bale++)
        {
            await (await first.Press()).ShouldBe(HttpStatus.Ok);
            await (await second.Press()).ShouldBe(HttpStatus.Ok);
        }

        var gin = (await Report(here.Ginner, $"gin={here.Gin}")).GetProperty("totals");
        var mine = await Report(here.Officer, $"region={here.Regiment}");
        var theirs = await Report(away.Officer, $"region={away.Regiment}");
        Assert.Equal((4, 5), (Traced(mine), Traced(theirs)));
        Assert.Equal([here.Unit], Units(mine));
        Assert.Equal([away.Unit], Units(theirs));
        foreach (var member in new[] { "tickets", "netKg", "cards", "traced", "conditionedKg" })
            Assert.Equal(Figure(gin, member), Figure(mine.GetProperty("totals"), member) + Figure(theirs.GetProperty("totals"), member));
        Assert.Equal(1, gin.GetProperty("delayed").GetInt32());
        await (await away.Officer.GetAsync($"/api/v1/trace-units/{here.Unit}")).ShouldBe(404, "common/not-found");
        await (await Ask(away.Officer, $"region={here.Regiment}")).ShouldBe(404, "common/not-found");
        await (await Ask(away.Ginner, $"gin={here.Gin}")).ShouldBe(404, "common/not-found");
    }

    [Fact]
    public async Task A_collector_replaced_by_a_newer_model_finds_queue_card_and_cursor_GL5()
    {
        var given = await GivenGin.Create(app);
        var old = await given.Line(1, "IV");
        var (first, second) = (await given.Card(), await given.Card());
        Assert.True((await given.Ginner.PostAsync($"{old.Path}/file-keys", new { })).IsSuccessStatusCode);
        await (await given.Ginner.PostAsync($"{given.Path}/card-files", new { line = 1 })).ShouldBe(HttpStatus.Ok);
        await (await old.Scan(first, 0)).ShouldBe(HttpStatus.Ok);
        await (await old.Scan(second)).ShouldBe(HttpStatus.Ok);
        await (await old.Press()).ShouldBe(HttpStatus.Ok);
        var before = await old.View();

        var replaced = await given.Line(1, "VI");

        await (await old.Press()).ShouldBe(401, "common/not-signed-in");
        var after = await replaced.View();
        Assert.Equal(("IV", "VI", 20), (Text(before, "model"), Text(after, "model"), after.GetProperty("queueLimit").GetInt32()));
        foreach (var member in new[] { "queue", "inWork", "lastSequence", "lastBale", "bales" })
            Assert.Equal(before.GetProperty(member).GetRawText(), after.GetProperty(member).GetRawText());

        replaced.Sequence = after.GetProperty("lastSequence").GetInt64();
        var pressed = await (await replaced.Press()).Read();
        Assert.Equal((first, true), (Text(pressed, "card"), pressed.GetProperty("traced").GetBoolean()));
        Assert.Equal(2, (await given.CardView(first)).GetProperty("bales").GetInt32());
        await (await replaced.Scan(await given.Card())).ShouldBe(HttpStatus.Ok);
    }

    [Fact]
    public async Task A_closed_season_keeps_its_tickets_cards_units_and_policy_as_they_are_RG3()
    {
        await using var apart = new Apart();
        var given = await GivenGin.Create(await apart.Start());
        var collector = await given.Line();
        var (ticket, card) = (await given.Ticket(), await given.Card());
        await (await apart.PutSeason(new { closed = true })).ShouldBe(HttpStatus.Ok);

        await (await given.PutTicket(ticket, 1_100)).ShouldBe(409, "season/closed");
        await (await given.PutTicket("T-NEW", 1_000)).ShouldBe(409, "season/closed");
        await (await given.Print(ticket)).ShouldBe(409, "season/closed");
        await (await given.Ginner.DeleteAsync($"{given.Path}/trace-cards/{card}")).ShouldBe(409, "season/closed");
        await (await given.Ginner.PostAsync($"{given.Path}/trace-cards/{card}/reprints", new { quantity = 1, reason = "丢失" }))
            .ShouldBe(409, "season/closed");
        await (await given.Officer.DeleteAsync($"/api/v1/trace-units/{given.Unit}/approval")).ShouldBe(409, "season/closed");
        await (await collector.Scan(card, 0)).ShouldBe(409, "season/closed");
        await (await apart.PutSeason(new { closed = false })).ShouldBe(409, "season/closed");
        Assert.False((await (await collector.Press()).Read()).GetProperty("traced").GetBoolean());
    }

    [Fact]
    public async Task Deadlines_bind_deliveries_and_scans_by_the_day_in_China_wherever_the_caller_is_RG3()
    {
        await using var apart = new Apart();
        var given = await GivenGin.Create(await apart.Start());
        var collector = await given.Line();
        var card = await given.Card();
        var yesterday = Seasons.ChinaTime.DateOf(DateTimeOffset.UtcNow).AddDays(-1);
        var midnight = new DateTimeOffset(yesterday.AddDays(1).ToDateTime(default), Seasons.ChinaTime.Offset);
        await (await apart.PutSeason(new { deliveryDeadline = yesterday, ginningDeadline = yesterday })).ShouldBe(HttpStatus.Ok);

        await (await given.PutTicket("T-LAST", 1_000, grossAt: midnight.AddMilliseconds(-1))).ShouldBe(HttpStatus.Ok);
        await (await given.PutTicket("T-LATE", 1_000, grossAt: midnight)).ShouldBe(409, "season/delivery-closed");
        await (await given.PutTicket("T-ZONE", 1_000, grossAt: midnight.ToOffset(TimeSpan.FromHours(-7)))).ShouldBe(409, "season/delivery-closed");
        await (await collector.Scan(card, 0)).ShouldBe(409, "season/ginning-closed");
        var pressed = await (await collector.Press()).Read();
        Assert.Contains("afterGinningDeadline", pressed.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()));
    }

    /// <summary>A card at this gin for cotton of the other's grower.</summary>
    private static async Task<string> CardOf(GivenGin here, GivenGin away, string ticket, decimal quotaKg)
    {
        await (await here.Ginner.PutAsync($"{here.Path}/weigh-tickets/{ticket}", new
        {
            idNumber = away.IdNumber(1),
            plots = new[] { away.Plot(1) },
            grossKg = 12_000,
            grossAt = DateTimeOffset.UtcNow.AddMinutes(-30),
            tareKg = 9_500,
            quotaKg,
            filmCount = 2,
        })).ShouldBe(HttpStatus.Ok);
        return (await (await here.Print(ticket)).Read()).GetProperty("card").GetString()!;
    }

    private static Task<HttpResponseMessage> Ask(HttpClient client, string selector) =>
        client.GetAsync($"/api/v1/statistics/premium-cotton?season={GivenGin.Season}&{selector}");

    private static async Task<JsonElement> Report(HttpClient client, string selector) => await (await Ask(client, selector)).Read();

    private static decimal Figure(JsonElement figures, string member) => figures.GetProperty(member).GetDecimal();

    private static int Traced(JsonElement report) => report.GetProperty("totals").GetProperty("traced").GetInt32();

    private static string[] Units(JsonElement report) =>
        [.. report.GetProperty("units").EnumerateArray().Select(unit => Text(unit, "unit"))];

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString()!;

    /// <summary>An application of its own, since a season is everybody's.</summary>
    private sealed class Apart : IAsyncDisposable
    {
        private readonly SuyuanApp app = new();

        public async Task<SuyuanApp> Start()
        {
            await app.InitializeAsync();
            return app;
        }

        public async Task<HttpResponseMessage> PutSeason(object policy)
        {
            var platform = await app.As(Role.Platform);
            var path = $"/api/v1/seasons/{GivenGin.Season}";
            var revision = (await (await platform.GetAsync(path)).Read()).GetProperty("revision").GetInt32();
            return await platform.PutAsync(path, policy, revision);
        }

        public async ValueTask DisposeAsync() => await app.DisposeAsync();
    }
}
