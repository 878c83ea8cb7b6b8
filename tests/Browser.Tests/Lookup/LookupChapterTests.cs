namespace Suyuan.Browser.Tests;

/// <summary>The manual's chapters four to seven in their order and its words, looked at with a consumer's phone.</summary>
[Collection(ConsumerCollection.Name)]
public sealed class LookupChapterTests(ConsumerWorld world)
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Chapter_4_codes_show_nothing_until_they_are_bound_and_then_the_basic_page_alone_IC4_PB3()
    {
        // 如果不关联，系统识别不出身份码对应的生产批次，即消费者扫描二维码将查看不到任何信息。
        var (farm, lot) = (world.Neighbour, await world.Neighbour.Harvest());
        await using var visit = await world.Visit();
        foreach (var address in new[] { lot.Page(), lot[0].Address, lot.DigitalLink() })
        {
            Assert.Equal(404, await visit.Open(address));
            var document = await visit.Document();
            foreach (var hidden in new[] { farm.Name, Farm.ProductName, Farm.Introduction, lot.Batch })
                Assert.DoesNotContain(hidden, document, StringComparison.Ordinal);
        }

        // 步骤3：输入开始身份码和结束码后，点击提交按钮。
        await lot.Bind(last: 9);
        await world.Until(lot.Page(), async guest => await guest.Count("#basic") == 1);

        await visit.Open(lot.Page());
        var text = await visit.Text();
        foreach (var shown in new[] { lot[0].Code, lot.Batch, farm.Name, Farm.ProductName, Farm.Introduction, "该产品的深度追溯信息尚未开通查询。" })
            Assert.Contains(shown, text, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (await visit.Count("details"), await visit.Count("#trace"), await visit.Count("#time")));
        foreach (var hidden in new[] { "灌溉", "修剪", "陈国富", "陈*", "王柏林" })
            Assert.DoesNotContain(hidden, await visit.Document(), StringComparison.Ordinal);
        Assert.Equal(404, await visit.Open(lot.Page(10)));
    }

    /// <summary>填写产品信息、企业信息、生产区环境、公司资质荣誉和宣传视频，点击提交。</summary>
    [Fact]
    public async Task Chapter_5_what_the_administrator_writes_is_the_basic_information_PB1()
    {
        var (farm, path) = (world.Neighbour, world.Pages[PublicPage.Basic]);
        await farm.WriteProfile(world.Film, "十月的第一批橘子。");
        await world.Until(path, async guest => (await guest.Text()).Contains("十月的第一批橘子。", StringComparison.Ordinal));
        await farm.WriteProfile(world.Film);
        await world.Until(path, async guest => (await guest.Text()).Contains(Farm.Introduction, StringComparison.Ordinal));

        await using var visit = await world.Visit();
        await visit.Open(path);
        Assert.Equal(["产品信息", "企业信息", "生产区环境", "公司资质荣誉", "宣传视频"], await visit.All("section[aria-labelledby=basic] h3"));
        Assert.Equal(await visit.Count("img"), (await visit.LoadedPictures()).Count);
        Assert.Equal(["产品图片", "生产区图片"], (await visit.LoadedPictures()).Select(picture => picture.Alt));
    }

    [Fact]
    public async Task Chapter_5_the_film_plays_PB1()
    {
        await using var visit = await world.Visit(new() { RunsScript = true });
        await visit.Open(world.Pages[PublicPage.Published]);

        var answer = await visit.Page.RunAndWaitForResponseAsync(
            () => visit.Ask<object>("async () => { const film = document.querySelector('video'); film.muted = true; await film.play(); }"),
            response => response.Url.Contains("/files/", StringComparison.Ordinal) && response.Request.ResourceType == "media");

        Assert.Contains(answer.Status, new[] { 200, 206 });
        Assert.Equal("video/mp4", answer.Headers["content-type"]);
        Assert.True(await visit.Ask<double>("() => document.querySelector('video').duration") > 0);
    }

    /// <summary>在未审批中查找需要开通的事项；展开产品批次条目，选择要开通的环节点信息，点击开通查询即可。</summary>
    [Fact]
    public async Task Chapter_6_each_published_item_is_a_tab_and_its_stages_stand_on_the_time_line_PB2()
    {
        await using var visit = await world.Visit();
        await visit.Open(world.Pages[PublicPage.Published]);

        Assert.Equal(
            [
                "生产批次", "嫁接管理", "修剪管理", "施肥管理 (2)", "灌溉管理", "病虫害防治 (2)", "采收管理", "分级分选", "检测管理", "包装管理", "仓储管理",
                "物流管理", "企业备案", "产品备案", "企业概况", "生产区信息", "员工体检", "清洁卫生", "检验报告",
            ],
            await visit.All("details > summary"));
        var moments = await visit.All("ol.time li");
        Assert.Equal(moments.OrderBy(moment => moment[..10], StringComparer.Ordinal), moments);
        Assert.Equal(13, moments.Count);
        Assert.DoesNotContain(moments, moment => moment.Contains("销售", StringComparison.Ordinal));
        Assert.Equal(await visit.Count("img"), (await visit.LoadedPictures()).Count);
        foreach (var person in new[] { "王柏林", "陈国富", "徐丽", "朱文", "331082-26-01187" })
            Assert.DoesNotContain(person, await visit.Document(), StringComparison.Ordinal);
    }

    /// <summary>点击对应的环节标签，查看该环节的详细信息。</summary>
    [Fact]
    public async Task Chapter_7_a_tab_opens_when_it_is_touched_without_any_script_LK1_LK4()
    {
        await using var visit = await world.Visit();
        await visit.Open(world.Pages[PublicPage.Published]);
        var tab = visit.Page.Locator("details", new() { HasText = "灌溉管理" });
        Assert.False(await tab.Locator("article").First.IsVisibleAsync());

        await tab.Locator("summary").ClickAsync();

        Assert.True(await tab.Locator("article").First.IsVisibleAsync());
        Assert.Contains("1850 m³", await tab.InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>在已经批准查询中，选择要禁止的项禁止即可。</summary>
    [Fact]
    public async Task Chapter_6_an_unpublished_stage_loses_its_tab_within_a_second_PB3()
    {
        var lot = await world.Neighbour.Harvest();
        await lot.Bind();
        await lot.Publish("pruning", "irrigation");
        await using var visit = await world.Visit();
        await ConsumerWorld.Until(visit, lot.Page(), async () => await visit.Count("details") == 2, AtMost);
        Assert.Equal(["修剪管理", "灌溉管理"], await visit.All("details > summary"));

        await lot.Unpublish("irrigation");

        await ConsumerWorld.Until(visit, lot.Page(), async () => await visit.Count("details") == 1, AtMost);
        Assert.Equal(["修剪管理"], await visit.All("details > summary"));
        Assert.DoesNotContain("灌溉", await visit.Document(), StringComparison.Ordinal);
        Assert.DoesNotContain("陈*", await visit.Document(), StringComparison.Ordinal);
    }
}
