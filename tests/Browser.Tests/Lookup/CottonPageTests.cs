namespace Suyuan.Browser.Tests;

/// <summary>A bale's label leads to its quality, and on to the card and the unit that its cotton came from.</summary>
[Collection(ConsumerCollection.Name)]
public sealed class CottonPageTests(ConsumerWorld world)
{
    [Fact]
    public async Task A_bale_leads_to_its_card_without_any_script_CD2()
    {
        await using var visit = await world.Visit();
        Assert.Equal(200, await visit.Open(world.Pages[PublicPage.Bale]));
        Assert.Contains("优质棉", await visit.Text(), StringComparison.Ordinal);

        await visit.Page.ClickAsync("section a");

        await visit.ArrivesAt(world.Pages[PublicPage.Card]);
        Assert.Equal("追溯卡", await visit.Page.Locator("h1").TextContentAsync());
        Assert.Equal("23", await visit.Page.Locator("progress").GetAttributeAsync("value"));
        Assert.DoesNotContain("种植", await visit.Document(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cotton_speaks_the_guest_s_language_CD2()
    {
        await using var visit = await world.Visit(new() { Language = Guest.English });
        await visit.Open(world.Pages[PublicPage.Card]);
        Assert.Contains("Being ginned", await visit.Text(), StringComparison.Ordinal);
        await visit.Open(world.Pages[PublicPage.NoCotton]);
        Assert.Equal("Nothing found", await visit.Page.Locator("h1").TextContentAsync());
    }
}
