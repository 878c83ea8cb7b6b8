using Suyuan.Accounts;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;

namespace Suyuan.TraceCards.Tests;

[Collection(AppCollection.Name)]
public sealed class TraceCardApiTests(SuyuanApp app)
{
    [Fact]
    public async Task The_print_screen_shows_the_grower_masked_and_the_tickets_with_unit_and_card_CD1()
    {
        var given = await GivenGin.Create(app);
        var ticket = await given.Ticket();
        var card = (await (await given.Print(ticket)).Read()).GetProperty("card").GetString();
        var answer = await given.Ginner.GetAsync($"{given.Path}/growers/{given.IdNumber(1)}/deliveries");
        var text = await answer.Content.ReadAsStringAsync();
        var shown = (await answer.Read()).GetProperty("tickets")[0];

        Assert.DoesNotContain(given.IdNumber(1), text, StringComparison.Ordinal);
        Assert.Equal((ticket, card, given.Unit), (shown.GetProperty("ticket").GetString(), shown.GetProperty("card").GetString(), shown.GetProperty("unit").GetString()));
        Assert.Equal(given.Plot(1), shown.GetProperty("plots")[0].GetProperty("code").GetString());
        await (await given.Ginner.GetAsync($"{given.Path}/growers/11010519491231002X/deliveries")).ShouldBe(404, "common/not-found");
    }

    [Fact]
    public async Task Labels_are_as_many_as_films_times_copies_and_carry_no_ID_number_CD2()
    {
        var given = await GivenGin.Create(app);
        var card = await given.Card();
        var answer = await given.Ginner.GetAsync($"{given.Path}/trace-cards/{card}/labels?layout=roll");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("style-src 'sha256-", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(2, page.Split("<section").Length - 1);
        Assert.Contains("2/2</span>", page, StringComparison.Ordinal);
        Assert.Contains(card, page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain(given.IdNumber(1), page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("format=pdf", "application/pdf")]
    [InlineData("format=pdf&layout=roll", "application/pdf")]
    [InlineData("format=zpl&dpi=300", "application/zpl")]
    [InlineData("format=html&layout=a4&film=2", "text/html")]
    public async Task Labels_are_a_page_a_PDF_or_ZPL_CD2(string query, string type)
    {
        var given = await GivenGin.Create(app);
        var labels = $"{given.Path}/trace-cards/{await given.Card()}/labels";
        var answer = await given.Ginner.GetAsync($"{labels}?{query}");
        await answer.ShouldBe(HttpStatus.Ok);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain(given.IdNumber(1), await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_that_cannot_be_are_refused_CD2()
    {
        var given = await GivenGin.Create(app);
        var labels = $"{given.Path}/trace-cards/{await given.Card()}/labels";
        await (await given.Ginner.GetAsync($"{labels}?format=zpl&layout=a4")).ShouldBe(422, "trace-card/zpl-on-roll-only");
        await (await given.Ginner.GetAsync($"{labels}?film=3")).ShouldBe(422, "trace-card/no-such-film");
        await (await given.Ginner.GetAsync($"{labels}?reprint=1")).ShouldBe(422, "trace-card/no-such-reprint");
        await (await given.Ginner.GetAsync($"{labels}?format=docx")).ShouldBe(400, "common/malformed-parameter");
        await (await given.Ginner.GetAsync($"{labels}?dpi=72")).ShouldBe(400, "common/malformed-parameter");
    }

    [Fact]
    public async Task Print_history_is_searched_reprinted_and_voided_CD3()
    {
        var given = await GivenGin.Create(app);
        var (first, second) = (await given.Card(), await given.Card());
        var path = $"{given.Path}/trace-cards";
        var page = await (await given.Ginner.GetAsync($"{path}?limit=1")).Read();
        Assert.Equal(second, page.GetProperty("items")[0].GetProperty("card").GetString());
        var next = await (await given.Ginner.GetAsync($"{path}?limit=1&cursor={page.GetProperty("nextCursor").GetString()}")).Read();
        Assert.Equal(first, next.GetProperty("items")[0].GetProperty("card").GetString());

        await (await given.Ginner.PostAsync($"{path}/{first}/reprints", new { quantity = 1, reason = "" })).ShouldBe(422, "trace-card/reason-required");
        await (await given.Ginner.PostAsync($"{path}/{first}/reprints", new { quantity = 1, reason = "丢失" })).ShouldBe(HttpStatus.Ok);
        await (await given.Ginner.DeleteAsync($"{path}/{first}")).ShouldBe(HttpStatus.Ok);
        var voided = await (await given.Ginner.GetAsync($"{path}?state=voided")).Read();
        Assert.Equal(1, voided.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_card_is_found_by_the_state_that_it_is_in_CD3()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var (finished, withdrawn, voided) = (await given.Card(), await given.Card(), await given.Card());
        Assert.Equal([voided, withdrawn, finished], await Found("printed"));

        await (await given.Ginner.DeleteAsync($"{given.Path}/trace-cards/{voided}")).ShouldBe(HttpStatus.Ok);
        await (await collector.Scan(finished, 0)).ShouldBe(HttpStatus.Ok);
        await (await collector.Scan(withdrawn)).ShouldBe(HttpStatus.Ok);
        Assert.Equal([finished], await Found("inWork"));
        Assert.Equal([withdrawn], await Found("queued"));
        Assert.Equal([voided], await Found("voided"));
        Assert.Empty(await Found("printed"));

        await (await collector.Finish()).ShouldBe(HttpStatus.Ok);
        Assert.Equal([finished], await Found("finishedManual"));
        await (await given.Officer.DeleteAsync($"/api/v1/trace-units/{given.Unit}/approval")).ShouldBe(HttpStatus.Ok);
        await (await collector.Press()).ShouldBe(HttpStatus.Ok);
        Assert.Equal([withdrawn], await Found("printed"));

        async Task<string[]> Found(string state)
        {
            var page = await (await given.Ginner.GetAsync($"{given.Path}/trace-cards?state={state}")).Read();
            return [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("card").GetString()!)];
        }
    }

    [Fact]
    public async Task What_a_line_took_is_not_voided_CD4()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var card = await given.Card();
        await collector.Scan(card, 0);
        await (await given.Ginner.DeleteAsync($"{given.Path}/trace-cards/{card}")).ShouldBe(409, "trace-card/not-voidable");
    }

    [Fact]
    public async Task A_card_file_marks_its_cards_and_another_line_does_not_take_them_CD4()
    {
        var given = await GivenGin.Create(app);
        var (mine, other) = (await given.Line(1, "IV"), await given.Line(2, "V"));
        var (known, unknown) = (await given.Card(), await given.Card(quotaKg: null));

        await given.Ginner.PostAsync($"{given.Path}/lines/1/file-keys", new { });
        var file = await (await given.Ginner.PostAsync($"{given.Path}/card-files", new { line = 1 })).Content.ReadAsStringAsync();

        Assert.Contains(known, file, StringComparison.Ordinal);
        Assert.DoesNotContain(unknown, file, StringComparison.Ordinal);
        await (await other.Scan(known, 0)).ShouldBe(422, "gin-line/card-unknown");
        await (await mine.Scan(known, 0)).ShouldBe(HttpStatus.Ok);
    }

    [Fact]
    public async Task A_card_without_quota_waits_for_the_tare_CD6()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var ticket = await given.Ticket(quotaKg: null);
        var card = (await (await given.Print(ticket)).Read()).GetProperty("card").GetString()!;
        await (await collector.Scan(card, 0)).ShouldBe(409, "trace-card/quota-unknown");
        await (await given.PutTicket(ticket, 900)).ShouldBe(HttpStatus.Ok);
        await (await collector.Scan(card, 0)).ShouldBe(HttpStatus.Ok);
    }

    [Fact]
    public async Task After_printing_and_after_the_first_bale_the_ticket_stands_WT4()
    {
        var given = await GivenGin.Create(app, growers: 2);
        var collector = await given.Line();
        var ticket = await given.Ticket();
        var card = (await (await given.Print(ticket)).Read()).GetProperty("card").GetString()!;
        await (await given.PutTicket(ticket, 1_000, grower: 2)).ShouldBe(409, "weigh-ticket/printed");
        await (await given.PutTicket(ticket, 1_100)).ShouldBe(HttpStatus.Ok);
        await collector.Scan(card, 0);
        await (await collector.Press()).ShouldBe(HttpStatus.Ok);
        await (await given.PutTicket(ticket, 1_200)).ShouldBe(409, "weigh-ticket/ginning-begun");
        Assert.Equal(1_100, (await given.CardView(card)).GetProperty("quotaKg").GetDecimal());
    }

    [Fact]
    public async Task A_late_ticket_is_printed_only_after_its_regiment_waived_it_WT5()
    {
        var given = await GivenGin.Create(app);
        var ticket = await given.Ticket(grossAt: DateTimeOffset.UtcNow.AddDays(-2));
        await (await given.Print(ticket)).ShouldBe(409, "weigh-ticket/late");
        var waiver = $"{given.Path}/weigh-tickets/{ticket}/waiver";
        await (await (await app.As(Role.Regiment, "08-999")).PutAsync(waiver, new { reason = "断网" })).ShouldBe(404, "common/not-found");
        await (await given.Officer.PutAsync(waiver, new { reason = "断网" })).ShouldBe(HttpStatus.Ok);
        await (await given.Print(ticket)).ShouldBe(HttpStatus.Created);
    }

    [Fact]
    public async Task Without_an_approved_unit_there_is_no_card_WT6()
    {
        var given = await GivenGin.Create(app);
        var ticket = await given.Ticket();
        await (await given.Officer.DeleteAsync($"/api/v1/trace-units/{given.Unit}/approval")).ShouldBe(HttpStatus.Ok);
        await (await given.Print(ticket)).ShouldBe(409, "trace-card/unit-not-approved");
    }

    [Fact]
    public async Task An_unknown_grower_a_foreign_plot_and_an_impossible_weight_store_nothing_WT2()
    {
        var given = await GivenGin.Create(app);
        var path = $"{given.Path}/weigh-tickets/T900";
        object Body(string idNumber, string plot, decimal grossKg, decimal? tareKg = null) =>
            new { idNumber, plots = new[] { plot }, grossKg, grossAt = DateTimeOffset.UtcNow.AddMinutes(-5), tareKg };
        var own = given.IdNumber(1);

        await (await given.Ginner.PutAsync(path, Body("11010519491231002X", given.Plot(1), 9_000))).ShouldBe(422, "weigh-ticket/unknown-grower");
        await (await given.Ginner.PutAsync(path, Body(own, "P-404", 9_000))).ShouldBe(422, "weigh-ticket/plot-not-of-grower");
        await (await given.Ginner.PutAsync(path, Body(own, given.Plot(1), 9_000, 9_000))).ShouldBe(422, "weigh-ticket/net-not-positive");
        await (await given.Ginner.PutAsync(path, Body(own, given.Plot(1), -1))).ShouldBe(422, "weigh-ticket/impossible-weight");
        await (await given.Ginner.PutAsync(path, Body("110105194912310021", given.Plot(1), 9_000))).ShouldBe(400, "common/malformed");
        await (await given.Ginner.GetAsync(path)).ShouldBe(404, "common/not-found");
    }

    [Fact]
    public async Task Another_gin_s_tickets_and_cards_are_not_there_AC5()
    {
        var (given, other) = (await GivenGin.Create(app), await GivenGin.Create(app));
        var ticket = await given.Ticket();
        var card = (await (await given.Print(ticket)).Read()).GetProperty("card").GetString();
        foreach (var path in new[]
        {
            $"weigh-tickets/{ticket}", "weigh-tickets", $"trace-cards/{card}", "trace-cards", $"trace-cards/{card}/labels",
            $"growers/{given.IdNumber(1)}/deliveries", "lines",
        })
            await (await other.Ginner.GetAsync($"{given.Path}/{path}")).ShouldBe(404, "common/not-found");
        await (await other.Ginner.DeleteAsync($"{given.Path}/trace-cards/{card}")).ShouldBe(404, "common/not-found");
    }
}
