using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Common.Tests;
using Suyuan.SiteRecords.Tests;

namespace Suyuan.Inputs.Tests;

/// <summary>Inputs (物资管理) as the recorder works with them.</summary>
[Collection(AppCollection.Name)]
public sealed class InputApiTests(SuyuanApp app)
{
    [Fact]
    public async Task Item_is_added_read_changed_and_found_SR2()
    {
        var site = await GivenSite.Create(app);
        var added = await site.Recorder.PostAsync(site.Path + "/inputs", new { form = "input-pesticide", answers = GivenSite.Pesticide() });
        await added.ShouldBe(HttpStatus.Created);
        var path = added.Headers.Location!.OriginalString;
        var item = await (await site.Recorder.GetAsync(path)).Read();

        Assert.Equal(("pesticide", "吡虫啉", "bottle", 14), (Text(item, "kind"), Text(item, "name"), Text(item, "unit"), item.GetProperty("answers").GetProperty("intervalDays").GetInt32()));
        Assert.NotEmpty(item.GetProperty("created").GetProperty("by").GetString()!);

        await (await site.Recorder.SendAsync(HttpMethod.Put, path, new { answers = GivenSite.Pesticide("啶虫脒") })).ShouldBe(428, "common/if-match-required");
        await (await site.Recorder.PutAsync(path, new { answers = GivenSite.Pesticide("啶虫脒") }, 7)).ShouldBe(412, "common/stale");
        var changed = await (await site.Recorder.PutAsync(path, new { answers = GivenSite.Pesticide("啶虫脒") }, 1)).Read();
        Assert.Equal(("啶虫脒", 2), (Text(changed, "name"), changed.GetProperty("revision").GetInt32()));

        await site.Item("尿素");
        Assert.Equal(["啶虫脒", "尿素"], await Names(site, "/inputs"));
        Assert.Equal(["啶虫脒"], await Names(site, "/inputs?kind=pesticide"));
        Assert.Equal(["啶虫脒"], await Names(site, "/inputs?q=pd2007"));
        Assert.Empty(await Names(site, "/inputs?q=硫酸"));
        var history = await (await site.Recorder.GetAsync(path + "/history")).Read();
        Assert.Equal([2, 1], history.GetProperty("items").EnumerateArray().Select(version => version.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task Every_wrong_field_of_an_item_is_told_at_once_FM1()
    {
        var site = await GivenSite.Create(app);
        var refused = await site.Recorder.PostAsync(site.Path + "/inputs", new
        {
            form = "input-pesticide", answers = new { name = "吡虫啉", unit = "spoon", registrationNo = "20070123", toxicity = "low", price = 3 },
        });

        var errors = (await refused.ShouldBe(422, "form/answers-invalid")).GetProperty("errors");
        Assert.Equal(["kind", "maker", "price", "registrationNo", "unit"], errors.EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("input-purchase")]
    [InlineData("input-use")]
    [InlineData("harvest")]
    [InlineData("input-gold")]
    [InlineData("")]
    public async Task Kind_that_is_none_is_refused_SR2(string form)
    {
        var site = await GivenSite.Create(app);
        await (await site.Recorder.PostAsync(site.Path + "/inputs", new { form, answers = new { } })).ShouldBe(422, "input/kind-unknown");
    }

    [Fact]
    public async Task Same_key_makes_one_item_and_other_content_is_told_apart()
    {
        var site = await GivenSite.Create(app);
        var path = site.Path + "/inputs";
        var body = new { form = "input-fertilizer", answers = GivenSite.Fertilizer() };
        var first = await (await site.Recorder.SendAsync(HttpMethod.Post, path, body, ("Idempotency-Key", "one"))).Read();
        var again = await (await site.Recorder.SendAsync(HttpMethod.Post, path, body, ("Idempotency-Key", "one"))).Read();

        Assert.Equal(Text(first, "id"), Text(again, "id"));
        Assert.Single(await Names(site, "/inputs"));
    }

    [Fact]
    public async Task Unit_stands_once_there_is_a_lot_SR2()
    {
        var site = await GivenSite.Create(app);
        var item = Text(await site.Item(), "id");
        var path = $"{site.Path}/inputs/{item}";
        await (await site.Recorder.PutAsync(path, new { answers = GivenSite.Fertilizer(unit: "bag") }, 1)).ShouldBe(HttpStatus.Ok);
        await site.Lot(item, 10);

        var refused = await (await site.Recorder.PutAsync(path, new { answers = GivenSite.Fertilizer(unit: "kg") }, 2)).ShouldBe(409, "input/unit-in-use");
        Assert.Equal("bag", refused.GetProperty("arguments").GetProperty("unit").GetString());
        await (await site.Recorder.PutAsync(path, new { answers = GivenSite.Fertilizer("尿素 46%", "bag") }, 2)).ShouldBe(HttpStatus.Ok);
    }

    [Fact]
    public async Task Nothing_more_is_bought_of_a_retired_item_until_it_is_reinstated_SR2()
    {
        var site = await GivenSite.Create(app);
        var item = Text(await site.Item(), "id");
        var retirement = $"{site.Path}/inputs/{item}/retirement";

        await (await site.Recorder.PutAsync(retirement, new { reason = " " })).ShouldBe(422, "input/reason-required");
        var retired = await (await site.Recorder.PutAsync(retirement, new { reason = "换品种" })).Read();
        Assert.Equal("换品种", retired.GetProperty("retired").GetProperty("reason").GetString());
        await (await site.Buy(item, GivenSite.Purchase(10))).ShouldBe(409, "input/retired");
        Assert.Empty(await Names(site, "/inputs?retired=false"));
        await (await site.Recorder.DeleteAsync(retirement)).ShouldBe(HttpStatus.Ok);
        await (await site.Buy(item, GivenSite.Purchase(10))).ShouldBe(HttpStatus.Created);
    }

    [Fact]
    public async Task Recorder_of_another_enterprise_meets_nothing_and_a_regulator_of_the_district_looks_on_AC5()
    {
        var site = await GivenSite.Create(app);
        var other = await GivenSite.Create(app);
        var item = $"{site.Path}/inputs/{Text(await site.Item(), "id")}";

        await (await other.Recorder.GetAsync(item)).ShouldBe(404, "common/not-found");
        await (await other.Recorder.PostAsync(site.Path + "/inputs", new { form = "input-other", answers = new { } })).ShouldBe(404, "common/not-found");
        await (await other.Recorder.GetAsync(site.Path + "/inputs")).ShouldBe(404, "common/not-found");
        await (await (await app.As(Role.Regulator, "650000")).GetAsync(item)).ShouldBe(HttpStatus.Ok);
        await (await (await app.As(Role.Regulator, "650000")).GetAsync(item + "/history")).ShouldBe(HttpStatus.Ok);
        await (await (await app.As(Role.Regulator, "330000")).GetAsync(item)).ShouldBe(404, "common/not-found");
        await (await (await app.As(Role.Regulator, "650000")).PutAsync(item + "/retirement", new { reason = "x" })).ShouldBe(403, "common/forbidden");
        await (await site.Recorder.GetAsync(site.Path + "/inputs/nothing")).ShouldBe(404, "common/not-found");
    }

    [Fact]
    public async Task Catalogue_pages_and_exports_with_the_words_of_its_forms()
    {
        var site = await GivenSite.Create(app);
        await site.Item("磷酸二铵");
        await site.Item("吡虫啉", "pesticide", GivenSite.Pesticide());
        await site.Lot(Text(await site.Item("尿素"), "id"), 12.5m);

        var page = await (await site.Recorder.GetAsync(site.Path + "/inputs?limit=2")).Read();
        var rest = await (await site.Recorder.GetAsync($"{site.Path}/inputs?limit=2&cursor={Text(page, "nextCursor")}")).Read();
        Assert.Equal((2, 1), (page.GetProperty("items").GetArrayLength(), rest.GetProperty("items").GetArrayLength()));
        var table = await ExportedTable.Of(site.Recorder, site.Path + "/inputs", "xlsx");
        Assert.Equal(["物资编码", "物资类别", "物资名称", "规格", "生产厂家", "登记证号", "计量单位", "库存", "已停用", "更新时间"], table.Headings);
        var row = table.Rows.Single(cells => cells[2] == "尿素");
        Assert.Equal(["肥料", "千克", "#12.5", "否"], [row[1], row[6], row[7], row[8]]);
        Assert.Equal("bottle", (await ExportedTable.Of(site.Recorder, site.Path + "/inputs?kind=pesticide", "csv", "en")).Rows[1][6]);
    }

    private static string Text(JsonElement item, string member) => item.GetProperty(member).GetString()!;

    private static async Task<IEnumerable<string>> Names(GivenSite site, string path) =>
        (await (await site.Recorder.GetAsync(site.Path + path)).Read()).GetProperty("items").EnumerateArray().Select(item => Text(item, "name")).ToList();
}
