using System.Text.Json;
using Suyuan.Attachments.Tests;
using Suyuan.Batches.Tests;
using Suyuan.Common.Tests;

namespace Suyuan.Publishing.Tests;

/// <summary>Manual, part two, chapters 5 and 6, in their order: what the administrator tells consumers, and what may be looked up.</summary>
[Collection(AppCollection.Name)]
public sealed class PublishingChapterTests(SuyuanApp app)
{
    /// <summary>如果没有企业查询信息，我们需要新建；有的话只需编辑。追溯方式：产品；选择对应的产品。</summary>
    [Fact]
    public async Task Chapter_5_the_administrator_writes_what_consumers_read_as_basic_information_PB1()
    {
        var given = await GivenPublication.Create(app);
        Assert.Empty(Fields(await given.View()));
        var empty = await given.Administrator.GetAsync(given.Profile);
        Assert.Equal("\"0\"", empty.Headers.ETag!.Tag);
        Assert.Equal(("product", "径山毛峰"), ((await empty.Read()).GetProperty("traceMode").GetString(), (await empty.Read()).GetProperty("productName").GetString()));

        var body = new { traceMode = "product", answers = GivenPublication.ProfileAnswers() };
        await (await given.Administrator.PutAsync(given.Profile, body, 0)).ShouldBe(HttpStatus.Ok);

        var view = await given.View();
        var basic = view.GetProperty("basic");
        Assert.Equal(("径山毛峰", "茶叶"), (basic.GetProperty("productName").GetString(), basic.GetProperty("category").GetProperty("zh").GetString()![..2]));
        Assert.Equal(["product", "enterprise", "zone", "honours"], basic.GetProperty("sections").EnumerateArray().Select(one => one.GetProperty("key").GetString()));
        var fields = Fields(view);
        Assert.Equal("谷雨前采摘，手工炒制", fields["productIntroduction"].GetProperty("text").GetProperty("zh").GetString());
        Assert.Equal("0571-88612345", fields["contactPhone"].GetProperty("text").GetProperty("en").GetString());
        Assert.Equal("中国名茶", fields["honours"].GetProperty("rows")[0][0].GetProperty("text").GetProperty("zh").GetString());
        Assert.Equal("Honours", fields["honours"].GetProperty("label").GetProperty("en").GetString());
    }

    [Fact]
    public async Task Chapter_5_pictures_and_the_video_are_shown_by_what_they_are_PB1()
    {
        var given = await GivenPublication.Create(app);
        var picture = await Uploaded(given, SampleFile.Png());
        var video = await Uploaded(given, SampleFile.Mp4());

        await (await given.Administrator.PutAsync(given.Profile, new
        {
            answers = new
            {
                productIntroduction = "x", enterpriseIntroduction = "y", productPictures = new[] { new { sha256 = picture, name = "王五家的茶.png" } },
                video = new[] { new { sha256 = video, name = "a.mp4" } },
            },
        }, 0)).ShouldBe(HttpStatus.Ok);

        var view = await given.View();
        Assert.Equal([(picture, "image/png"), (video, "video/mp4")], view.GetProperty("files").EnumerateArray()
            .Select(file => (file.GetProperty("sha256").GetString(), file.GetProperty("mediaType").GetString())));
        Assert.DoesNotContain("王五", view.GetRawText(), StringComparison.Ordinal);
    }

    /// <summary>进入查询管理页面，在未审批中查找需要开通的事项；展开 SITE 条目，选择要开通的公共信息，点击开通查询。</summary>
    [Fact]
    public async Task Chapter_6_1_public_information_is_opened_under_the_site_node_PB2()
    {
        var given = await GivenPublication.Create(app);
        Assert.Equal(
            [
                "filing-enterprise", "filing-product", "filing-supply-capacity", "filing-production-capacity", "profile", "zones", "products",
                "inputs", "health-check", "maintenance", "sanitation", "training", "test-report", "sensors",
            ],
            (await given.Tree("pending"))["SITE"]);

        await (await given.Administrator.PutAsync(given.Site + "/items/zones", new { })).ShouldBe(HttpStatus.Ok);
        await (await given.PublishSite("profile", "zones")).ShouldBe(HttpStatus.Ok);

        Assert.Equal(["profile", "zones"], (await given.Tree("published"))["SITE"]);
        Assert.DoesNotContain("zones", (await given.Tree("pending"))["SITE"]);
        Assert.Equal(["profile", "zones"], await given.Tabs());
        var zones = (await given.View()).GetProperty("tabs")[1];
        Assert.Equal("一号茶园", zones.GetProperty("records")[0].GetProperty("title").GetProperty("zh").GetString());
    }

    /// <summary>展开产品批次条目，选择要开通的环节点信息，点击开通查询即可。</summary>
    [Fact]
    public async Task Chapter_6_2_deep_trace_is_opened_stage_by_stage_PB2()
    {
        var given = await GivenPublication.Create(app);
        Assert.Equal(["batch", "pruning", "fertilizing"], (await given.Tree("pending"))[given.Batch.Number][..3]);
        Assert.Empty(await given.Tabs());

        var opened = await given.Administrator.PutAsync(given.OfBatch + "/items/pruning", new { });

        var item = (await opened.Read()).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("item").GetString() == "pruning");
        Assert.NotEmpty(item.GetProperty("published").GetProperty("by").GetString()!);
        Assert.Equal(1, item.GetProperty("records").GetInt32());
        var view = await given.View();
        var tab = view.GetProperty("tabs").EnumerateArray().Single();
        Assert.Equal(("pruning", GivenBatch.Day(10)), (tab.GetProperty("item").GetString(), tab.GetProperty("records")[0].GetProperty("day").GetString()));
        Assert.Equal(GivenBatch.Day(10), view.GetProperty("timeline")[0].GetProperty("day").GetString());
    }

    /// <summary>禁止开通查询：在已经批准查询中，选择要禁止的项禁止即可。</summary>
    [Fact]
    public async Task Chapter_6_2_what_was_opened_is_taken_back_PB2_PB3()
    {
        var given = await GivenPublication.Create(app);
        await (await given.Publish("batch", "pruning")).ShouldBe(HttpStatus.Ok);
        Assert.Equal(["batch", "pruning"], await given.Tabs());

        await (await given.Administrator.DeleteAsync(given.OfBatch + "/items/pruning")).ShouldBe(HttpStatus.Ok);
        Assert.Equal(["batch"], await given.Tabs());
        await (await given.Administrator.DeleteAsync(given.OfBatch + "/items?item=batch&item=pruning")).ShouldBe(HttpStatus.Ok);

        Assert.Empty(await given.Tabs());
        Assert.DoesNotContain(given.Batch.Number, (await given.Tree("published")).Keys);
    }

    private static Dictionary<string, JsonElement> Fields(JsonElement view) => view.GetProperty("basic").GetProperty("sections").EnumerateArray()
        .SelectMany(section => section.GetProperty("fields").EnumerateArray()).ToDictionary(field => field.GetProperty("key").GetString()!);

    private static async Task<string> Uploaded(GivenPublication given, byte[] file)
    {
        using var content = new ByteArrayContent(file);
        return (await (await given.Recorder.PostAsync("/api/v1/attachments", content)).Read()).GetProperty("sha256").GetString()!;
    }
}
