using System.Text;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;

namespace Suyuan.Lookup.Tests;

/// <summary>What anybody sees who scans a label or a bale.</summary>
[Collection(AppCollection.Name)]
public sealed class LookupPageTests(SuyuanApp app)
{
    private const int LargestPage = 50 * 1024;

    private async Task<string> Page(string path, string language = "zh-CN", int status = HttpStatus.Ok)
    {
        var answer = await app.Anonymous.SendAsync(HttpMethod.Get, path, null, ("Accept-Language", language));
        await answer.ShouldBe(status);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Matches("^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        var page = await answer.Content.ReadAsStringAsync();
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1, LargestPage);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", page, StringComparison.OrdinalIgnoreCase);
        return page;
    }

    [Fact]
    public async Task A_card_s_page_says_what_the_label_says_and_how_far_its_cotton_is_and_nothing_of_the_grower_CD2()
    {
        var given = await GivenGin.Create(app);
        var ticket = await given.Ticket();
        var card = (await (await given.Print(ticket)).Read()).GetProperty("card").GetString()!;
        var collector = await given.Line();
        await collector.Scan(card, 0);
        await collector.Press();
        var page = await Page($"/c/{card}");

        Assert.Contains("<html lang=\"zh-CN\">", page, StringComparison.Ordinal);
        foreach (var shown in new[] { card, given.Gin, "正在加工", "<progress max=\"100\" value=\"22\"", "<dd>2500 kg</dd>", "<dt>已加工棉包</dt><dd>1</dd>" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        foreach (var hidden in new[] { "种植者", "种*", given.IdNumber(1), $">{ticket}<" }) Assert.DoesNotContain(hidden, page, StringComparison.Ordinal);

        var english = await Page($"/c/{card}", "en");
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("Being ginned", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bale_s_page_leads_back_to_card_unit_and_gin_CD2()
    {
        var given = await GivenGin.Create(app);
        var card = await given.Card();
        var collector = await given.Line();
        await collector.Scan(card, 0);
        await (await collector.Press(grossKg: 240m)).ShouldBe(HttpStatus.Ok);
        var barcode = (await (await given.Ginner.GetAsync($"{given.Path}/bales")).Read()).GetProperty("items")[0].GetProperty("barcode").GetString()!;
        var page = await Page($"/b/{barcode}");
        foreach (var shown in new[] { barcode, given.Gin, $"href=\"/c/{card}\"", "待公证检验", "240 kg", "毛重不在" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("种植者", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voided_card_says_so_CD4()
    {
        var given = await GivenGin.Create(app);
        var card = await given.Card();
        await (await given.Ginner.DeleteAsync($"{given.Path}/trace-cards/{card}")).ShouldBe(HttpStatus.Ok);
        Assert.Contains("已作废", await Page($"/c/{card}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_and_what_cannot_be_look_alike_CD2()
    {
        var unknown = await Page("/c/65001260000000421128", status: 404);
        foreach (var path in new[] { "/c/1", "/c/%3Cscript%3E", "/b/1", "/b/32651401611141221550000121114199" })
            Assert.Equal(unknown, await Page(path, status: 404));
        Assert.Contains("Nothing found", await Page("/b/1", "en", 404), StringComparison.Ordinal);
    }
}
