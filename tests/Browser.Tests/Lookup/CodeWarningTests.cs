using System.Text.RegularExpressions;

namespace Suyuan.Browser.Tests;

/// <summary>What stands first for whoever must be warned: the recall, and how often the code was looked up before.</summary>
[Collection(ConsumerCollection.Name)]
public sealed partial class CodeWarningTests(ConsumerWorld world)
{
    [Fact]
    public async Task A_recall_stands_before_everything_and_hides_the_deep_trace_LK3()
    {
        await using var visit = await world.Visit();
        await visit.Open(world.Pages[PublicPage.Recalled]);

        var alert = visit.Page.Locator("[role=alert]");
        Assert.Equal("该产品已被召回，请停止食用或使用！", await alert.TextContentAsync());
        Assert.True((await alert.BoundingBoxAsync())!.Y < (await visit.Page.Locator("section").First.BoundingBoxAsync())!.Y);
        Assert.Equal(["防伪信息", "召回公告", "基本信息"], await visit.All("section > h2"));
        Assert.Contains("召回原因：抽检不合格", await visit.Text(), StringComparison.Ordinal);
        Assert.Equal((0, 0), (await visit.Count("details"), await visit.Count(".good")));

        await visit.Open(world.Pages[PublicPage.Published]);
        Assert.Equal(0, await visit.Count("[role=alert]"));
    }

    [Fact]
    public async Task The_first_look_up_says_genuine_and_each_later_phone_is_warned_in_the_words_of_the_trade_LK2()
    {
        var lot = await world.Neighbour.Harvest();
        await lot.Bind();
        await using var first = await world.Visit();
        await ConsumerWorld.Until(first, lot.Page(), async () => await first.Count("#auth") == 1);
        await first.Open(lot.Page());
        Assert.Equal("您查询的是正品，首次查询", await first.Page.Locator(".state.good").TextContentAsync());
        Assert.Equal(0, await first.Count("p.warn"));

        await using var second = await world.Visit();
        await second.Open(lot.Page());
        var repeated = Repeated().Match((await second.Page.Locator(".state").TextContentAsync())!);
        Assert.True(repeated.Success, await second.Text());
        Assert.Equal($"该产品已被查询过 2 次，首次查询时间：{repeated.Groups[1].Value}。重复查询可能是伪品", await second.Page.Locator("p.warn").TextContentAsync());
        Assert.Equal(0, await second.Count(".state.good"));

        await using var third = await world.Visit(new() { Language = Guest.English });
        await third.Open(lot.Page());
        Assert.Equal(
            $"This product has been looked up 3 times, first at {repeated.Groups[1].Value}. Repeated look-ups may mean a counterfeit",
            await third.Page.Locator("p.warn").TextContentAsync());
    }

    [Fact]
    public async Task A_label_that_somebody_made_himself_is_warned_of_and_never_called_genuine_LK2()
    {
        await using var visit = await world.Visit();
        await visit.Open(world.Pages[PublicPage.Forged]);
        Assert.Equal(["标签上的校验信息与该身份码不符，请谨防假冒。"], await visit.All(".notices p"));
        Assert.DoesNotContain("正品", await visit.Text(), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Count(".state.good"));
    }

    [GeneratedRegex(@"^您好，本次为您第2次扫描结果，首次查询时间为(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)$")]
    private static partial Regex Repeated();
}
