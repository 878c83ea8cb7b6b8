using System.Text.Json;
using Npgsql;
using Microsoft.Extensions.DependencyInjection;
using Suyuan.Batches.Tests;
using Suyuan.Common.Tests;
using Suyuan.Enterprises.Tests;

namespace Suyuan.Publishing.Tests;

[Collection(AppCollection.Name)]
public sealed class PublicationApiTests(SuyuanApp app)
{
    [Fact]
    public async Task Items_of_a_batch_need_a_bound_range_first_PB2()
    {
        var batch = await GivenBatch.Open(app);

        await (await batch.Producer.Administrator.PutAsync(batch.Path + "/publication/items/batch", new { })).ShouldBe(409, "publication/codes-required");

        var shown = await batch.Read("/publication");
        var verdict = shown.GetProperty("items")[0].GetProperty("publish");
        Assert.False(verdict.GetProperty("allowed").GetBoolean());
        Assert.Contains("publication/codes-required", verdict.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_without_anything_submitted_are_not_opened_PB2()
    {
        var given = await GivenPublication.Create(app);

        await (await given.Administrator.PutAsync(given.OfBatch + "/items/fertilizing", new { })).ShouldBe(409, "publication/nothing-to-show");
        await (await given.Administrator.PutAsync(given.OfBatch + "/items/grafting", new { })).ShouldBe(404, "publication/unknown-item");
        await (await given.Administrator.PutAsync(given.Site + "/items/training", new { })).ShouldBe(409, "publication/nothing-to-show");
    }

    [Fact]
    public async Task Many_at_once_say_why_of_each_and_open_none_PB2()
    {
        var given = await GivenPublication.Create(app);

        var problem = await (await given.Publish("pruning", "fertilizing", "grafting")).ShouldBe(409, "publication/items-refused");

        Assert.Equal(["items[1]", "items[2]"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        Assert.Empty(await given.Tabs());
        await (await given.Publish()).ShouldBe(422, "publication/items-required");
        await (await given.Administrator.DeleteAsync(given.OfBatch + "/items")).ShouldBe(422, "publication/items-required");
    }

    [Fact]
    public async Task Only_the_administrator_publishes_and_regulators_read_PB2()
    {
        var given = await GivenPublication.Create(app);
        var regulator = await given.Regulator();

        await (await given.Recorder.PutAsync(given.OfBatch + "/items/pruning", new { })).ShouldBe(403, "common/forbidden");
        await (await regulator.PutAsync(given.OfBatch + "/items/pruning", new { })).ShouldBe(403, "common/forbidden");
        await (await regulator.GetAsync(given.OfBatch)).ShouldBe(HttpStatus.Ok);
        await (await (await given.Regulator("320000")).GetAsync(given.OfBatch)).ShouldBe(404, "common/not-found");
        await (await given.Recorder.GetAsync(given.Producer.Path + "/batches/2020010100001/publication")).ShouldBe(404, "common/not-found");
    }

    [Fact]
    public async Task Regulator_closes_an_item_and_lifts_it_PB2()
    {
        var given = await GivenPublication.Create(app);
        var regulator = await given.Regulator();
        await (await given.Publish("pruning")).ShouldBe(HttpStatus.Ok);
        var closure = given.OfBatch + "/items/pruning/closure";

        await (await regulator.PutAsync(closure, new { reason = " " })).ShouldBe(422, "publication/reason-required");
        await (await regulator.PutAsync(closure, new { reason = "记录不实" })).ShouldBe(HttpStatus.Ok);

        Assert.Empty(await given.Tabs());
        var problem = await (await given.Publish("pruning")).ShouldBe(409, "publication/closed-by-regulator");
        Assert.Contains("记录不实", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await (await (await given.Regulator("320000")).DeleteAsync(closure)).ShouldBe(404, "common/not-found");
        await (await regulator.DeleteAsync(closure)).ShouldBe(HttpStatus.Ok);
        await (await given.Publish("pruning")).ShouldBe(HttpStatus.Ok);
    }

    [Fact]
    public async Task Revisions_guard_and_histories_tell_PB2()
    {
        var given = await GivenPublication.Create(app);
        var first = await given.Publish("batch");
        Assert.Equal("\"1\"", first.Headers.ETag!.Tag);

        await (await given.Administrator.PutAsync(given.OfBatch + "/items", new { items = new[] { "pruning" } }, 0)).ShouldBe(412, "common/stale");
        await (await given.Administrator.PutAsync(given.OfBatch + "/items", new { items = new[] { "pruning" } }, 1)).ShouldBe(HttpStatus.Ok);
        Assert.Equal("\"2\"", (await given.Publish("pruning")).Headers.ETag!.Tag);

        Assert.Equal(2, GivenProducer.Items(await (await given.Recorder.GetAsync(given.OfBatch + "/history")).Read()).Count());
        Assert.Empty(GivenProducer.Items(await (await given.Recorder.GetAsync(given.Site + "/history")).Read()));
    }

    [Fact]
    public async Task Lists_are_trees_by_pages_with_a_search_and_as_tables_PB2()
    {
        var given = await GivenPublication.Create(app);
        var second = await GivenBatch.Open(app, given.Producer);
        await (await given.Publish("batch")).ShouldBe(HttpStatus.Ok);

        var first = await (await given.Recorder.GetAsync(given.Site + "/pending?limit=1")).Read();
        Assert.Equal(["SITE", second.Number], GivenProducer.Items(first).Select(NameOf));
        Assert.False(GivenProducer.Items(first).Last().GetProperty("codesBound").GetBoolean());
        var next = await (await given.Recorder.GetAsync($"{given.Site}/pending?limit=1&cursor={first.GetProperty("nextCursor").GetString()}")).Read();
        Assert.Equal([given.Batch.Number], GivenProducer.Items(next).Select(NameOf));
        var found = await (await given.Recorder.GetAsync($"{given.Site}/published?q={given.Batch.Number}")).Read();
        var item = GivenProducer.Items(found).Single().GetProperty("items").EnumerateArray().Single();
        Assert.Equal(("batch", "生产批次"), (item.GetProperty("item").GetString(), item.GetProperty("label").GetProperty("zh").GetString()));
        Assert.NotEmpty(item.GetProperty("published").GetProperty("by").GetString()!);

        Assert.Contains("SITE", await given.Recorder.GetStringAsync(given.Site + "/pending?format=csv"), StringComparison.Ordinal);
        Assert.Contains(given.Batch.Number, await given.Recorder.GetStringAsync(given.Site + "/published?format=csv"), StringComparison.Ordinal);
        await (await given.Recorder.GetAsync(given.Site + "/pending?batch=x")).ShouldBe(400, "common/unknown-parameter");
    }

    [Fact]
    public async Task Public_profile_is_of_a_filed_product_listed_and_guarded_PB1()
    {
        var given = await GivenPublication.Create(app);
        var body = new { answers = GivenPublication.ProfileAnswers() };

        await (await given.Recorder.PutAsync(given.Profile, body, 0)).ShouldBe(403, "common/forbidden");
        await (await given.Administrator.PutAsync(given.Profile, body)).ShouldBe(428, "common/if-match-required");
        await (await given.Administrator.PutAsync(given.Producer.Path + "/public-profiles/0000", body, 0)).ShouldBe(409, "publication/product-not-filed");
        await (await given.Administrator.GetAsync(given.Producer.Path + "/public-profiles/0000")).ShouldBe(404, "common/not-found");
        await (await given.Administrator.PutAsync(given.Profile, new { answers = new { contactPhone = "x" } }, 0)).ShouldBe(422, "form/answers-invalid");
        await (await given.Administrator.PutAsync(given.Profile, body, 0)).ShouldBe(HttpStatus.Ok);
        await (await given.Administrator.PutAsync(given.Profile, body, 0)).ShouldBe(412, "common/stale");

        var listed = GivenProducer.Items(await (await given.Recorder.GetAsync(given.Producer.Path + "/public-profiles?q=毛峰")).Read()).Single();
        Assert.Equal((given.Producer.ProductFiling, 1), (listed.GetProperty("productFiling").GetString(), listed.GetProperty("revision").GetInt32()));
        Assert.Contains("径山毛峰", await given.Recorder.GetStringAsync(given.Producer.Path + "/public-profiles?format=csv"), StringComparison.Ordinal);
        Assert.Single(GivenProducer.Items(await (await given.Recorder.GetAsync(given.Profile + "/history")).Read()));
    }

    [Fact]
    public async Task Publishing_is_closed_while_the_filings_are_not_issued_and_taking_back_is_not_FL5()
    {
        var given = await GivenPublication.Create(app);
        await (await given.Publish("batch", "pruning")).ShouldBe(HttpStatus.Ok);
        await given.Producer.Revoke(given.Producer.ProductFiling);

        await (await given.PublishSite("zones")).ShouldBe(409, "enterprise/filing-required");
        await (await given.Administrator.DeleteAsync(given.OfBatch + "/items/pruning")).ShouldBe(HttpStatus.Ok);

        var notice = (await given.View()).GetProperty("notices").EnumerateArray().Single();
        Assert.Equal("productFilingRevoked", notice.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task One_of_many_administrators_at_once_wins_and_none_is_lost_PB2()
    {
        var given = await GivenPublication.Create(app);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(place => given.Publish(place % 2 == 0 ? "batch" : "pruning")));

        foreach (var answer in answers) await answer.ShouldBe(HttpStatus.Ok);
        Assert.Equal(["batch", "pruning"], await given.Tabs());
        Assert.Equal("\"2\"", (await given.Publish("batch")).Headers.ETag!.Tag);
    }

    [Fact]
    public async Task Every_change_that_consumers_may_see_is_told_to_every_node_PB3()
    {
        var given = await GivenPublication.Create(app);
        var (whole, batch) = ($"{given.Producer.Code}/", $"{given.Producer.Code}/{given.Batch.Number}");

        Assert.Contains(batch, await Told(async () => await given.Publish("pruning")));
        Assert.Contains(batch, await Told(async () => await given.Administrator.DeleteAsync(given.OfBatch + "/items/pruning")));
        Assert.Contains(whole, await Told(async () => await given.PublishSite("zones")));
        Assert.Contains(whole, await Told(async () => await given.Administrator.PutAsync(given.Profile, new { answers = GivenPublication.ProfileAnswers() }, 0)));
        Assert.Contains(batch, await Told(async () => await given.Batch.Add("pruning", GivenBatch.Pruning(3))));
        Assert.Contains(whole, await Told(async () => await given.Producer.SaveProfile(GivenProducer.ProfileAnswers("新"))));
        Assert.Contains(whole, await Told(async () => await given.Producer.Add("zones", new { answers = GivenProducer.ZoneAnswers("二号") })));
        Assert.Contains(whole, await Told(async () => await given.Producer.Add("products", new { answers = new { productName = "茶" } })));
        Assert.Contains(whole, await Told(() => given.Producer.Revoke(given.Producer.ProductFiling)));
        Assert.Contains(whole, await Told(() => given.SiteRecord("sanitation", Suyuan.SiteRecords.Tests.GivenSite.Sanitation())));
    }

    private static string NameOf(JsonElement node) => node.TryGetProperty("batch", out var batch) ? batch.GetString()! : "SITE";

    /// <summary>What is heard on the channel of look-ups up to the end of the deed.</summary>
    private async Task<List<string>> Told(Func<Task> deed)
    {
        var heard = new List<string>();
        var database = app.Services.GetRequiredService<NpgsqlDataSource>();
        await using var connection = await database.OpenConnectionAsync();
        connection.Notification += (_, notification) => heard.Add(notification.Payload);
        await using (var listen = new NpgsqlCommand("listen lookup", connection)) await listen.ExecuteNonQueryAsync();
        await deed();
        await using (var drain = new NpgsqlCommand("select 1", connection)) await drain.ExecuteNonQueryAsync();
        await using (var silence = new NpgsqlCommand("unlisten lookup", connection)) await silence.ExecuteNonQueryAsync();
        return heard;
    }
}
