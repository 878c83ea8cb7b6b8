namespace Suyuan.Browser.Tests;

/// <summary>The ways to a product's page: typed on the entry page, scanned, by digital link; none of them needs a script.</summary>
[Collection(ConsumerCollection.Name)]
public sealed class CodeEntryTests(ConsumerWorld world)
{
    [Fact]
    public async Task A_code_typed_with_the_keyboard_alone_leads_to_its_page_LK1()
    {
        var lot = await Bound();
        await using var visit = await world.Visit();
        await visit.Open("/q");

        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("code", await visit.Ask<string>("() => document.activeElement.id"));
        await visit.Page.Keyboard.TypeAsync(lot[0].Code);
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("立即查询", await visit.Ask<string>("() => document.activeElement.textContent"));
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.ArrivesAt(lot.Page());
        Assert.Contains(lot[0].Code, await visit.Text(), StringComparison.Ordinal);
        Assert.Contains(Farm.ProductName, await visit.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_code_is_told_beside_the_field_and_may_be_corrected_LK1()
    {
        var lot = await Bound();
        await using var visit = await world.Visit();
        await visit.Open("/q");
        await visit.Page.FillAsync("#code", "12-34");
        await visit.Page.ClickAsync("button[type=submit]");

        Assert.Equal("身份码不正确!请仔细核对", await visit.Page.Locator("[role=alert]").TextContentAsync());
        Assert.Equal("12-34", await visit.Page.InputValueAsync("#code"));
        await visit.Page.FillAsync("#code", lot[0].Code);
        await visit.Page.PressAsync("#code", "Enter");
        await visit.ArrivesAt(lot.Page());
    }

    /// <summary>使用手机扫描二维码和输入身份码查询的结果是一样的。</summary>
    [Fact]
    public async Task A_scanned_label_and_a_digital_link_show_what_the_typed_code_shows_LK1()
    {
        var lot = await Bound();
        await using var visit = await world.Visit();
        var (pages, ways) = (new List<string>(), new List<string>());
        foreach (var address in new[] { lot.Page(), lot[0].Address, lot.DigitalLink() })
        {
            Assert.Equal(200, await visit.Open(address));
            // How the code came here is all that may differ.
            ways.Add((await visit.Page.Locator(".how").TextContentAsync())!);
            pages.Add((await visit.Text()).Replace(ways[^1], "", StringComparison.Ordinal));
            Assert.Equal(await visit.Count("img"), (await visit.LoadedPictures()).Count);
        }

        Assert.Equal(["手工输入查询", "扫码查询", "手工输入查询"], ways);
        Assert.Contains(Farm.ProductName, pages[0], StringComparison.Ordinal);
        Assert.Equal([pages[0], pages[0]], pages.Skip(1));
    }

    [Fact]
    public async Task A_digital_link_with_another_product_or_batch_leads_to_nothing_LK3()
    {
        var lot = await Bound();
        await using var visit = await world.Visit();
        Assert.Equal(404, await visit.Open(lot.DigitalLink().Replace(Farm.Gtin, "06902345678903", StringComparison.Ordinal)));
        Assert.Equal("身份码不存在", await visit.Page.Locator("h1").TextContentAsync());
        Assert.DoesNotContain(Farm.ProductName, await visit.Document(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_code_says_that_there_is_none_LK3()
    {
        await using var visit = await world.Visit();
        Assert.Equal(404, await visit.Open(world.Pages[PublicPage.Unknown]));
        Assert.Equal("身份码不存在", await visit.Page.Locator("h1").TextContentAsync());
        await visit.Page.ClickAsync("text=查询其他身份码");
        await visit.ArrivesAt("/q");
    }

    private async Task<Lot> Bound()
    {
        var lot = await world.Neighbour.Harvest();
        await lot.Bind();
        await world.Until(lot.Page(), async visit => await visit.Count("#basic") == 1);
        return lot;
    }
}
