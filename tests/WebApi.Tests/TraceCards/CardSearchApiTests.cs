using System.Text.Json;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;

namespace Suyuan.TraceCards.Tests;

/// <summary>A label is lost or unreadable: the card is found by whatever is still known, and printed again.</summary>
[Collection(AppCollection.Name)]
public sealed class CardSearchApiTests(SuyuanApp app)
{
    private const string Chip = "E2801160600002054E4B1A2C";

    private static async Task<string[]> Found(GivenGin given, string query) =>
        [.. (await (await given.Ginner.GetAsync($"{given.Path}/trace-cards?{query}")).Read()).GetProperty("items").EnumerateArray()
            .Select(card => card.GetProperty("card").GetString()!)];

    [Fact]
    public async Task A_card_is_found_by_grower_ticket_unit_ending_kind_and_time_together_CD3()
    {
        var given = await GivenGin.Create(app, growers: 2);
        var ticket = await given.Ticket();
        var mine = (await (await given.Print(ticket)).Read()).GetProperty("card").GetString()!;
        var other = await given.Card(grower: 2);
        var view = await given.CardView(mine);
        var unitName = view.GetProperty("unitName").GetString()!;

        foreach (var query in new[]
        {
            $"grower={view.GetProperty("grower").GetString()}", $"idNumber={given.IdNumber(1)}", "growerName=种植1", $"ticket={ticket}", $"ending={mine[^8..]}",
            $"grower={view.GetProperty("grower").GetString()}&idNumber={given.IdNumber(1)}&moduleType=round&state=printed&season={GivenGin.Season}",
        })
            Assert.Equal([mine], await Found(given, query));
        Assert.Equal([other, mine], await Found(given, $"unit={given.Unit}&from={DateTimeOffset.UtcNow.AddHours(-1):O}".Replace("+", "%2B", StringComparison.Ordinal)));
        Assert.Equal([other, mine], await Found(given, $"unitName={unitName[1..]}"));
        foreach (var query in new[] { "moduleType=square", "growerName=无此人", $"grower=x&idNumber={given.IdNumber(1)}", "state=voided", "ending=000000000", $"chip={Chip}" })
            Assert.Empty(await Found(given, query));
        foreach (var query in new[] { "ending=12", "idNumber=123", "chip=E280", "moduleType=cube" })
            await (await given.Ginner.GetAsync($"{given.Path}/trace-cards?{query}")).ShouldBe(400, "common/malformed-parameter");
    }

    [Fact]
    public async Task An_ID_number_that_was_typed_is_in_no_link_and_its_pages_follow_each_other_CD3()
    {
        var given = await GivenGin.Create(app);
        var (first, second) = (await given.Card(), await given.Card());
        var answer = await given.Ginner.GetAsync($"{given.Path}/trace-cards?idNumber={given.IdNumber(1)}&limit=1");
        var link = answer.Headers.GetValues("Link").Single();
        Assert.DoesNotContain(given.IdNumber(1), link + await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(second, (await answer.Read()).GetProperty("items")[0].GetProperty("card").GetString());
        var next = await (await given.Ginner.GetAsync(link[1..link.IndexOf('>')])).Read();
        Assert.Equal(first, next.GetProperty("items")[0].GetProperty("card").GetString());
    }

    [Fact]
    public async Task A_lost_card_is_printed_again_and_says_by_whom_when_how_many_and_why_CD3()
    {
        var given = await GivenGin.Create(app);
        var card = await given.Card();
        var found = (await Found(given, $"idNumber={given.IdNumber(1)}")).Single();
        Assert.Equal(card, found);
        await (await given.Ginner.PostAsync($"{given.Path}/trace-cards/{found}/reprints", new { quantity = 1, reason = "标签丢失" })).ShouldBe(HttpStatus.Ok);
        var reprint = (await given.CardView(card)).GetProperty("reprints")[0];
        Assert.Equal((1, "标签丢失"), (reprint.GetProperty("quantity").GetInt32(), reprint.GetProperty("reason").GetString()));
        Assert.NotEmpty(reprint.GetProperty("by").GetString()!);
        Assert.InRange(reprint.GetProperty("at").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
        var page = await (await given.Ginner.GetAsync($"{given.Path}/trace-cards/{card}/labels?reprint=1&film=2")).Content.ReadAsStringAsync();
        Assert.Equal(1, page.Split("<section").Length - 1);
        Assert.Contains("补打 2/2", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chip_leads_to_its_card_and_is_on_one_card_of_a_season_CD1()
    {
        var given = await GivenGin.Create(app);
        var (one, two) = (await given.Card(), await given.Card());
        Task<HttpResponseMessage> Put(string card, params string[] chips) => given.Ginner.PutAsync($"{given.Path}/trace-cards/{card}/chips", new { chips });
        await (await Put(one, Chip.ToLowerInvariant())).ShouldBe(HttpStatus.Ok);
        Assert.Equal([one], await Found(given, $"chip={Chip}"));
        Assert.Equal(Chip, (await given.CardView(one)).GetProperty("chips")[0].GetString());
        await (await Put(two, Chip)).ShouldBe(409, "trace-card/chip-taken");
        await (await Put(one)).ShouldBe(HttpStatus.Ok);
        await (await Put(two, Chip)).ShouldBe(HttpStatus.Ok);
        await (await given.Ginner.DeleteAsync($"{given.Path}/trace-cards/{two}")).ShouldBe(HttpStatus.Ok);
        await (await Put(one, Chip)).ShouldBe(HttpStatus.Ok);

        var print = new { printId = "with-chip", ticket = await given.Ticket(), moduleType = "round", chips = new[] { Chip } };
        await (await given.Ginner.PostAsync($"{given.Path}/trace-cards", print)).ShouldBe(409, "trace-card/chip-taken");
        var collector = await given.Line();
        await (await collector.Scan(one, 0)).ShouldBe(HttpStatus.Ok);
        await (await collector.Press()).ShouldBe(HttpStatus.Ok);
        await (await Put(one)).ShouldBe(409, "trace-card/chips-fixed");
    }

    [Fact]
    public async Task Of_two_that_name_the_same_chip_at_once_one_has_it_CD1()
    {
        var given = await GivenGin.Create(app);
        var cards = new[] { await given.Card(), await given.Card(), await given.Card() };
        var answers = await Task.WhenAll(cards.Select(card => given.Ginner.PutAsync($"{given.Path}/trace-cards/{card}/chips", new { chips = new[] { Chip } })));
        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        foreach (var refused in answers.Where(answer => !answer.IsSuccessStatusCode)) await refused.ShouldBe(409, "trace-card/chip-taken");
    }

    [Fact]
    public async Task Another_gin_s_cards_take_no_chips_AC5()
    {
        var (given, other) = (await GivenGin.Create(app), await GivenGin.Create(app));
        var card = await given.Card();
        await (await other.Ginner.PutAsync($"{given.Path}/trace-cards/{card}/chips", new { chips = new[] { Chip } })).ShouldBe(404, "common/not-found");
    }
}
