using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Common.Tests;

namespace Suyuan.Filings.Tests;

[Collection(AppCollection.Name)]
public sealed class FilingAmendmentApiTests(SuyuanApp app)
{
    private const string Filings = GivenFiler.Filings;

    [Fact]
    public async Task Issued_content_stands_until_the_amendment_is_issued_FL2()
    {
        var given = await GivenFiler.Registered(app);
        var id = await given.Issued("product");
        var before = (await given.Get(id)).GetProperty("certificate");
        var path = $"{Filings}/{id}/amendment";

        await (await given.Recorder.PutAsync(path, new { answers = new { } }, 3)).ShouldBe(409, "filing/no-amendment");
        var opened = await given.Recorder.PostAsync(path, new { });
        await opened.ShouldBe(HttpStatus.Created);
        Assert.Equal("信阳毛尖", Product((await opened.Read()).GetProperty("amendment")));
        await (await given.Recorder.PostAsync(path, new { })).ShouldBe(409, "filing/amendment-exists");
        Assert.False((await given.Get(id, given.Regulator)).TryGetProperty("amendment", out _));
        await (await given.Issue(id, part: "/amendment")).ShouldBe(409, "filing/not-submitted");

        await (await given.Recorder.PutAsync(path, new { answers = GivenFiler.ProductAnswers("信阳红") }, 4)).ShouldBe(HttpStatus.Ok);
        await (await given.Submit(id, "/amendment")).ShouldBe(HttpStatus.Ok);
        await (await given.Recorder.PutAsync(path, new { answers = new { } }, 6)).ShouldBe(409, "filing/submitted");
        await (await given.Regulator.PutAsync(path + "/return", new { opinion = "请附商标证" })).ShouldBe(HttpStatus.Ok);
        await (await given.Submit(id, "/amendment")).ShouldBe(HttpStatus.Ok);
        await (await given.Recorder.DeleteAsync(path + "/submission")).ShouldBe(HttpStatus.Ok);
        await (await given.Submit(id, "/amendment")).ShouldBe(HttpStatus.Ok);
        Assert.Equal("信阳毛尖", Product(await given.Get(id)));
        Assert.Equal("issued", (await given.Get(id)).GetProperty("state").GetString());
        var item = Assert.Single(await GivenFiler.List(given.Regulator));
        Assert.Equal(("信阳毛尖", "submitted"), (item.GetProperty("title").GetString(), item.GetProperty("amendment").GetString()));

        var amended = await (await given.Issue(id, part: "/amendment")).Read();

        Assert.Equal("信阳红", Product(amended));
        Assert.False(amended.TryGetProperty("amendment", out _));
        Assert.Equal(before.GetProperty("number").GetString(), amended.GetProperty("certificate").GetProperty("number").GetString());
        Assert.Equal("信阳红", Assert.Single(await GivenFiler.List(given.Recorder)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Amendment_is_thrown_away_and_what_was_issued_stands_FL2()
    {
        var given = await GivenFiler.Registered(app);
        var id = await given.Issued("product");
        await (await given.Recorder.PostAsync($"{Filings}/{id}/amendment", new { answers = GivenFiler.ProductAnswers("信阳红") })).ShouldBe(HttpStatus.Created);
        await (await given.Post("product", GivenFiler.ProductAnswers("信阳红"))).ShouldBe(409, "filing/exists");

        await (await given.Recorder.DeleteAsync($"{Filings}/{id}/amendment")).ShouldBe(HttpStatus.Ok);

        Assert.Equal("信阳毛尖", Product(await given.Get(id)));
        await (await given.Recorder.DeleteAsync($"{Filings}/{id}/amendment")).ShouldBe(409, "filing/no-amendment");
        await (await given.Post("product", GivenFiler.ProductAnswers("信阳红"))).ShouldBe(HttpStatus.Created);
    }

    [Fact]
    public async Task What_was_never_issued_has_no_amendment_FL2()
    {
        var given = await GivenFiler.Registered(app);
        var id = await given.Submitted("product");

        await (await given.Recorder.PostAsync($"{Filings}/{id}/amendment", new { })).ShouldBe(409, "filing/not-issued");
        await (await given.Regulator.PutAsync($"{Filings}/{id}/revocation", new { reason = "x" })).ShouldBe(409, "filing/not-issued");
    }

    [Fact]
    public async Task Amendment_that_waits_is_on_the_work_list_FL3()
    {
        var given = await GivenFiler.Registered(app);
        var id = await given.Issued("product");
        await (await given.Recorder.PostAsync($"{Filings}/{id}/amendment", new { })).ShouldBe(HttpStatus.Created);
        Assert.Equal(0, (await (await given.Regulator.GetAsync(Filings + "/work-list")).Read()).GetProperty("waiting").GetInt32());

        await (await given.Submit(id, "/amendment")).ShouldBe(HttpStatus.Ok);

        var list = await (await given.Regulator.GetAsync(Filings + "/work-list")).Read();
        var item = Assert.Single(list.GetProperty("items").EnumerateArray());
        Assert.Equal(("issued", "submitted"), (item.GetProperty("state").GetString(), item.GetProperty("amendment").GetString()));
    }

    private static string? Product(JsonElement filing) => filing.GetProperty("answers").GetProperty("productName").GetString();
}
