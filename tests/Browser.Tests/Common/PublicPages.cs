using System.Text.RegularExpressions;
using Suyuan.Accounts;
using Suyuan.Bales.Tests;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;
using Suyuan.Jobs.Tests;
using Suyuan.Lookup.Tests;
using Suyuan.Reliability.Tests;

namespace Suyuan.Browser.Tests;

/// <summary>An address of every kind of public page, each with as much on it as there can be.</summary>
internal sealed partial class PublicPages
{
    private const int ManyWaterings = 120;
    private const int RecalledLabel = 1;
    private const int RepeatedLabel = 2;
    private const int ForgedLabel = 3;
    private const int LastBound = 9;

    private readonly NodeApp node;
    private readonly Dictionary<PublicPage, string> addresses = new()
    {
        [PublicPage.Entry] = "/q",
        [PublicPage.EntryRefused] = "/q?code=12-34",
        [PublicPage.EntryWithCamera] = "/q",
        [PublicPage.Unknown] = "/q/98765432109876543210",
        [PublicPage.NoCotton] = "/b/32651401611141221550000121114199",
    };

    private PublicPages(NodeApp node) => this.node = node;

    public string this[PublicPage page] => addresses[page];

    public static int StatusOf(PublicPage page) =>
        page is PublicPage.Unknown or PublicPage.NotBound or PublicPage.NoCotton ? 404 : HttpStatus.Ok;

    public static async Task<PublicPages> Create(ConsumerWorld world)
    {
        var pages = new PublicPages(world.Node);
        var orchard = world.Orchard;
        await orchard.WriteProfile(world.Film);
        await world.Neighbour.WriteProfile(world.Film);
        await orchard.Publish(orchard.SampleSiteItems);
        await pages.AddMandarins(await orchard.Mandarins(), orchard.SampleStages);
        await pages.AddBasic(await world.Neighbour.Harvest());
        await pages.AddRest(await orchard.Harvest(ManyWaterings));
        await pages.AddCotton(await GivenGin.Create(world.Node));
        return pages;
    }

    private async Task AddMandarins(Lot mandarins, string[] items)
    {
        await mandarins.Bind(LastBound);
        await mandarins.Publish(items);
        await mandarins.Freeze(RecalledLabel, "抽检不合格");
        addresses[PublicPage.Published] = mandarins.Page();
        addresses[PublicPage.Recalled] = mandarins.Page(RecalledLabel);
        addresses[PublicPage.Repeated] = mandarins.Page(RepeatedLabel);
        addresses[PublicPage.Forged] = mandarins.Page(ForgedLabel) + "?s=00000000";
        addresses[PublicPage.NotBound] = mandarins.Page(LastBound + 1);
        await Shows(mandarins.Page(), "<details");
        await Shows(mandarins.Page(RecalledLabel), "role=\"alert\"");
        for (var phone = 1; phone <= 2; phone++) await Html(mandarins.Page(RepeatedLabel), $"phone {phone}");
    }

    private async Task AddBasic(Lot lot)
    {
        await lot.Bind();
        await Shows(lot.Page(), Farm.Introduction);
        addresses[PublicPage.Basic] = lot.Page();
    }

    private async Task AddRest(Lot lot)
    {
        await lot.Bind();
        await lot.Publish("irrigation", "pruning");
        var page = await Shows(lot.Page(), "href=\"records/");
        addresses[PublicPage.Rest] = $"{lot.Page()}/{More().Match(page).Groups[1].Value}";
    }

    private async Task AddCotton(GivenGin gin)
    {
        var card = await gin.Card();
        var collector = await gin.Line();
        await collector.Scan(card, 0);
        // Too heavy a bale, so that its page has a warning to show.
        await (await collector.Press(grossKg: 240m)).ShouldBe(HttpStatus.Ok);
        var bales = await (await gin.Ginner.GetAsync($"{gin.Path}/bales")).Read();
        var barcode = bales.GetProperty("items")[0].GetProperty("barcode").GetString()!;
        await (await new InspectionFile().Row(barcode).Import(node)).Report(await node.As(Role.Inspector));
        addresses[PublicPage.Card] = $"/c/{card}";
        addresses[PublicPage.Bale] = $"/b/{barcode}";
    }

    private async Task<string> Shows(string path, string text)
    {
        var page = "";
        await LookupApp.Until(async () => (page = await Html(path)).Contains(text, StringComparison.Ordinal));
        return page;
    }

    // A robot is not counted, so that the tests' guests are the first to look up.
    private async Task<string> Html(string path, string agent = "bot")
    {
        using var answer = await node.Anonymous.SendAsync(HttpMethod.Get, path, null, ("User-Agent", agent), ("Accept-Language", "zh-CN"));
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("href=\"(records/[^\"]+)\"")]
    private static partial Regex More();
}
