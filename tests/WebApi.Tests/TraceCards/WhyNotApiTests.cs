using System.Text.Json;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;

namespace Suyuan.TraceCards.Tests;

/// <summary>Where a screen greys a button out the API says why, in the very words of the attempt (api.md).</summary>
[Collection(AppCollection.Name)]
public sealed class WhyNotApiTests(SuyuanApp app)
{
    [Fact]
    public async Task Printability_says_what_printing_is_refused_with_WT5_WT6()
    {
        var given = await GivenGin.Create(app);
        var (good, late) = (await given.Ticket(), await given.Ticket(grossAt: DateTimeOffset.UtcNow.AddDays(-2)));
        await ShouldAgree(given, good, () => given.Print(good));
        await ShouldAgree(given, late, () => given.Print(late), "weigh-ticket/late");
        await ShouldAgree(given, good, () => given.Print(good, "another-print"), "trace-card/already-printed");

        var other = await given.Ticket();
        await (await given.Officer.DeleteAsync($"/api/v1/trace-units/{given.Unit}/approval")).ShouldBe(HttpStatus.Ok);
        await ShouldAgree(given, other, () => given.Print(other), "trace-card/unit-not-approved");
        await ShouldAgree(given, late, () => given.Print(late), "weigh-ticket/late", "trace-card/unit-not-approved");
    }

    [Fact]
    public async Task Looking_at_printability_draws_no_serial_CD2()
    {
        var given = await GivenGin.Create(app);
        var first = await given.Card();
        var ticket = await given.Ticket();
        for (var look = 0; look < 3; look++) await Look(given, $"weigh-tickets/{ticket}/printability");
        var second = (await (await given.Print(ticket)).Read()).GetProperty("card").GetString()!;
        Assert.Equal(Serial(first) + 1, Serial(second));
    }

    private static int Serial(string card) => int.Parse(card[7..15], System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Voidability_and_reprintability_say_what_the_attempt_is_refused_with_CD3_CD4()
    {
        var given = await GivenGin.Create(app);
        var collector = await given.Line();
        var (card, voided) = (await given.Card(quotaKg: 200), await given.Card());
        string Cards(string number, string what) => $"trace-cards/{number}/{what}";
        Assert.Empty(await Look(given, Cards(card, "voidability")));
        Assert.Empty(await Look(given, Cards(card, "reprintability")));

        await (await collector.Scan(card, 0)).ShouldBe(HttpStatus.Ok);
        Assert.Equal(["trace-card/not-voidable"], await Look(given, Cards(card, "voidability")));
        await (await given.Ginner.DeleteAsync($"{given.Path}/trace-cards/{card}")).ShouldBe(409, "trace-card/not-voidable");

        await (await collector.Press()).ShouldBe(HttpStatus.Ok);
        Assert.Equal(["trace-card/not-printable"], await Look(given, Cards(card, "reprintability")));
        await (await given.Ginner.PostAsync($"{given.Path}/trace-cards/{card}/reprints", new { quantity = 1, reason = "丢失" }))
            .ShouldBe(409, "trace-card/not-printable");

        await (await given.Ginner.DeleteAsync($"{given.Path}/trace-cards/{voided}")).ShouldBe(HttpStatus.Ok);
        Assert.Equal(["trace-card/not-printable"], await Look(given, Cards(voided, "reprintability")));
    }

    [Fact]
    public async Task Scannability_says_what_the_scan_is_refused_with_GL1()
    {
        var given = await GivenGin.Create(app);
        var (collector, other) = (await given.Line(), await given.Line(2));
        var (first, second, gross) = (await given.Card(quotaKg: 200), await given.Card(), await given.Card(quotaKg: null));
        async Task Agrees(string card, int? delay, params string[] codes)
        {
            Assert.Equal(codes, await Look(given, $"lines/1/scannability?card={card}" + (delay is null ? "" : $"&delayBales={delay}")));
            var answer = await collector.Scan(card, delay);
            if (codes.Length == 0) await answer.ShouldBe(HttpStatus.Ok);
            else await answer.ShouldBe(codes[0].StartsWith("gin-line/delay", StringComparison.Ordinal) || codes[0] == "gin-line/card-unknown" ? 422 : 409, codes[0]);
        }

        await Agrees(first, null, "gin-line/delay-required");
        await Agrees(first, 21, "gin-line/delay-out-of-range");
        await Agrees(gross, 0, "trace-card/quota-unknown");
        await Agrees(first, 0);
        await Agrees(first, null, "gin-line/card-in-work");
        await Agrees(second, null);
        await Agrees(second, null, "gin-line/card-already-queued");
        await (await collector.Press()).ShouldBe(HttpStatus.Ok);
        await Agrees(first, null, "gin-line/card-finished");
        Assert.Equal(["trace-card/on-another-line"], await Look(given, $"lines/2/scannability?card={second}&delayBales=0"));
        await (await other.Scan(second, 0)).ShouldBe(409, "trace-card/on-another-line");
    }

    [Fact]
    public async Task Editability_tells_each_deed_to_whoever_may_know_the_unit_TU5_TU6()
    {
        var given = await GivenGin.Create(app);
        var path = $"/api/v1/trace-units/{given.Unit}/editability";
        var company = await (await given.CompanyOfficer.GetAsync(path)).Read();
        var regiment = await (await given.Officer.GetAsync(path)).Read();

        Assert.Equal(["trace-unit/approved"], Codes(company));
        Assert.Equal(["trace-unit/approved"], Codes(company.GetProperty("dissolve")));
        Assert.Equal(["common/forbidden"], Codes(company.GetProperty("approve")));
        Assert.Equal(["common/forbidden", "trace-unit/approved"], Codes(regiment));
        Assert.Empty(Codes(regiment.GetProperty("revokeApproval")));
        Assert.Equal(["trace-unit/approved"], Codes(regiment.GetProperty("reject")));
    }

    private static async Task ShouldAgree(GivenGin given, string ticket, Func<Task<HttpResponseMessage>> attempt, params string[] codes)
    {
        Assert.Equal(codes, await Look(given, $"weigh-tickets/{ticket}/printability"));
        var answer = await attempt();
        if (codes.Length == 0) await answer.ShouldBe(HttpStatus.Created);
        else await answer.ShouldBe(409, codes[0]);
    }

    private static async Task<string[]> Look(GivenGin given, string path) =>
        Codes(await (await given.Ginner.GetAsync($"{given.Path}/{path}")).Read());

    private static string[] Codes(JsonElement answer)
    {
        string[] codes = [.. answer.GetProperty("refusals").EnumerateArray().Select(refusal => refusal.GetProperty("code").GetString()!)];
        Assert.Equal(codes.Length == 0, answer.GetProperty("allowed").GetBoolean());
        return codes;
    }
}
