using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;
using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Common.Tests;

namespace Suyuan.Filings.Tests;

[Collection(AppCollection.Name)]
public sealed class FilingListApiTests(SuyuanApp app)
{
    private const string Filings = GivenFiler.Filings;

    [Fact]
    public async Task Lists_show_a_filing_right_after_the_write_whatever_the_write_was()
    {
        var given = await GivenFiler.Registered(app);
        async Task ShouldBe(HttpClient by, string? state)
        {
            var states = (await GivenFiler.List(by)).Select(item => item.GetProperty("state").GetString());
            Assert.Equal(state is null ? [] : [state], states);
        }

        var id = await given.Draft("product");
        await ShouldBe(given.Recorder, "draft");
        await ShouldBe(given.Regulator, null);
        await given.Submit(id);
        await ShouldBe(given.Recorder, "submitted");
        await ShouldBe(given.Regulator, "submitted");
        await given.Regulator.PutAsync($"{Filings}/{id}/return", new { opinion = "补充" });
        await ShouldBe(given.Recorder, "returned");
        await given.Submit(id);
        await given.Issue(id);
        await ShouldBe(given.Regulator, "issued");
        await given.Regulator.PutAsync($"{Filings}/{id}/revocation", new { reason = "违规" });
        await ShouldBe(given.Recorder, "revoked");
        await ShouldBe(given.Regulator, "revoked");
    }

    [Fact]
    public async Task List_is_filtered_by_kind_state_and_days_of_submission()
    {
        var given = await GivenFiler.Registered(app);
        var product = await given.Issued("product");
        var own = await given.Submitted("enterprise");
        await given.Draft("supplyCapacity");
        var today = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8));

        Assert.Equal([own, product], await Ids(given.Regulator, ""));
        Assert.Equal([own], await Ids(given.Regulator, "?kind=enterprise"));
        Assert.Equal([product], await Ids(given.Regulator, "?state=issued"));
        Assert.Empty(await Ids(given.Regulator, "?state=expired"));
        Assert.Empty(await Ids(given.Regulator, "?state=draft"));
        Assert.Single(await Ids(given.Recorder, "?state=draft"));
        Assert.Equal([own, product], await Ids(given.Regulator, $"?submittedFrom={today:yyyy-MM-dd}&submittedTo={today:yyyy-MM-dd}"));
        Assert.Empty(await Ids(given.Regulator, $"?submittedFrom={today.AddDays(1):yyyy-MM-dd}"));
        Assert.Empty(await Ids(given.Regulator, $"?submittedTo={today.AddDays(-1):yyyy-MM-dd}"));
        await (await given.Regulator.GetAsync(Filings + "?stat=issued")).ShouldBe(400, "common/unknown-parameter");
        await (await given.Regulator.GetAsync(Filings + "?state=Issued")).ShouldBe(400, "common/malformed-parameter");
    }

    [Fact]
    public async Task Search_finds_any_part_of_a_name_the_beginning_of_a_code_and_a_certificate()
    {
        var given = await GivenFiler.Registered(app);
        var product = await given.Issued("product", "云雾Tea 特级");
        var number = (await given.Get(product)).GetProperty("certificate").GetProperty("number").GetString();

        foreach (var q in new[] { "云雾", "雾", "tea 特", "特级", "毛尖茶业", given.Code, given.Code[..10], given.Code.ToLowerInvariant(), number!, number!.ToLowerInvariant() })
            Assert.Equal([product], await Ids(given.Regulator, "?q=" + Uri.EscapeDataString(q)));
        foreach (var q in new[] { "雾云", "云级", given.Code[1..10], number![..^1], "%", "_", "云%级" })
            Assert.Empty(await Ids(given.Regulator, "?q=" + Uri.EscapeDataString(q)));
        Assert.Equal([product], await Ids(given.Regulator, "?q=%20%E4%BA%91%E9%9B%BE%20"));
    }

    [Fact]
    public async Task Pages_go_on_where_they_ended()
    {
        var given = await GivenFiler.Registered(app);
        var made = new List<string>();
        for (var i = 0; i < 5; i++) made.Add(await given.Draft("product", $"产品{i}"));

        var first = await (await given.Recorder.GetAsync(Filings + "?limit=3")).Read();
        var second = await (await given.Recorder.GetAsync($"{Filings}?limit=3&cursor={first.GetProperty("nextCursor").GetString()}")).Read();

        made.Reverse();
        Assert.Equal(made, Items(first).Concat(Items(second)).Select(item => item.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Export_has_the_manual_s_words()
    {
        var given = await GivenFiler.Registered(app);
        var id = await given.Issued("product");

        var table = await ExportedTable.Of(given.Regulator, Filings, "xlsx");

        Assert.Equal("已颁发", table.Cell(id, "备案状态"));
        Assert.Equal("产品备案", table.Cell(id, "备案类型"));
        Assert.Equal("信阳毛尖", table.Cell(id, "备案名称"));
    }

    [Fact]
    public async Task Work_list_has_what_waits_the_oldest_first_with_its_age_and_what_is_overdue_FL3()
    {
        var given = await GivenFiler.Registered(app);
        var (old, fresh) = (await given.Submitted("product", "陈茶"), await given.Submitted("product", "新茶"));
        await given.Issued("product", "已颁发");
        await given.Draft("product", "草稿");
        await Execute("update filings set waiting_since = now() - interval '60 days', created_at = now() - interval '61 days' where id = $1", old);

        var list = await (await given.Regulator.GetAsync(Filings + "/work-list")).Read();

        Assert.Equal((2, 1), (list.GetProperty("waiting").GetInt32(), list.GetProperty("overdue").GetInt32()));
        var items = Items(list).ToList();
        Assert.Equal([old, fresh], items.Select(item => item.GetProperty("id").GetString()));
        Assert.Equal((60, true), (items[0].GetProperty("ageDays").GetInt32(), items[0].GetProperty("overdue").GetBoolean()));
        Assert.Equal((0, false), (items[1].GetProperty("ageDays").GetInt32(), items[1].GetProperty("overdue").GetBoolean()));
        Assert.Equal([old], await Ids(given.Regulator, "?overdue=true"));
        Assert.DoesNotContain(old, await Ids(given.Regulator, "?overdue=false"));
        var next = await (await given.Regulator.GetAsync(Filings + "/work-list?limit=1")).Read();
        next = await (await given.Regulator.GetAsync($"{Filings}/work-list?limit=1&cursor={next.GetProperty("nextCursor").GetString()}")).Read();
        Assert.Equal(fresh, Items(next).Single().GetProperty("id").GetString());
        Assert.Equal(0, (await (await given.Regulator.GetAsync(Filings + "/work-list?kind=enterprise")).Read()).GetProperty("waiting").GetInt32());
        await (await given.Recorder.GetAsync(Filings + "/work-list")).ShouldBe(403, "common/forbidden");
    }

    [Fact]
    public async Task Expired_filing_is_expired_in_lists_and_opens_nothing_any_more_FL2_FL5()
    {
        var given = await GivenFiler.Registered(app);
        await given.Issued("enterprise");
        var product = await given.Issued("product");
        await Execute("update filings set valid_to = china_today() - 1 where id = $1", product);

        Assert.Equal([product], await Ids(given.Regulator, "?state=expired"));
        Assert.DoesNotContain(product, await Ids(given.Regulator, "?state=issued"));
        var standing = await (await given.Recorder.GetAsync($"/api/v1/enterprises/{given.Code}/standing")).Read();
        Assert.Equal((false, 0), (standing.GetProperty("allowed").GetBoolean(), standing.GetProperty("productsIssued").GetInt32()));
        await Execute("update filings set valid_to = china_today() where id = $1", product);
        Assert.True((await (await given.Recorder.GetAsync($"/api/v1/enterprises/{given.Code}/standing")).Read()).GetProperty("allowed").GetBoolean());
        await Execute("update filings set valid_from = china_today() + 1, valid_to = china_today() + 9 where id = $1", product);
        Assert.False((await (await given.Recorder.GetAsync($"/api/v1/enterprises/{given.Code}/standing")).Read()).GetProperty("allowed").GetBoolean());
    }

    [Fact]
    public async Task Standing_names_the_product_that_was_asked_for_and_no_other_enterprise_s_FL5()
    {
        var (given, other) = (await GivenFiler.Registered(app), await GivenFiler.Registered(app));
        var (product, foreign) = (await given.Issued("product"), await other.Issued("product"));

        Assert.Equal(("信阳毛尖", "tea"), await Product(given.Code, product));
        Assert.Null(await Product(given.Code, foreign));
        Assert.Null(await Product(given.Code, await given.Submitted("product", "未颁发")));
        Assert.Null(await Product(given.Code, null));
    }

    [Fact]
    public async Task Filings_follow_an_enterprise_that_moves_to_another_regulator_FL3()
    {
        var given = await GivenFiler.Registered(app);
        var id = await given.Submitted("product");

        await Execute("update enterprises set district = '420102', name = '搬走的茶业' where credit_code = $1", given.Code);

        Assert.Empty(await Ids(given.Regulator, ""));
        Assert.Equal([id], await Ids(await app.As(Role.Regulator, "420000"), "?q=搬走"));
    }

    [Fact]
    public async Task Certificate_is_a_page_to_print_while_it_is_valid()
    {
        var given = await GivenFiler.Registered(app);
        var id = await given.Submitted("product", "<b>茶</b>");
        await (await given.Recorder.GetAsync($"{Filings}/{id}/certificate")).ShouldBe(409, "filing/not-issued");
        var number = (await (await given.Issue(id)).Read()).GetProperty("certificate").GetProperty("number").GetString()!;

        var answer = await given.Recorder.GetAsync($"{Filings}/{id}/certificate");
        var page = await answer.Content.ReadAsStringAsync();
        var english = await (await given.Regulator.SendAsync(HttpMethod.Get, $"{Filings}/{id}/certificate", null, ("Accept-Language", "en"))).Content.ReadAsStringAsync();

        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("style-src 'sha256-", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        foreach (var word in new[] { "产品备案证书", number, given.Name, given.Code, "&lt;b&gt;茶&lt;/b&gt;", "有效期" })
            Assert.Contains(word, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("Certificate of product filing", english, StringComparison.Ordinal);
        await (await given.Regulator.PutAsync($"{Filings}/{id}/revocation", new { reason = "x" })).ShouldBe(HttpStatus.Ok);
        await (await given.Recorder.GetAsync($"{Filings}/{id}/certificate")).ShouldBe(409, "filing/revoked");
    }

    private static async Task<IEnumerable<string?>> Ids(HttpClient by, string query) =>
        (await GivenFiler.List(by, query)).Select(item => item.GetProperty("id").GetString()).ToList();

    private static JsonElement.ArrayEnumerator Items(JsonElement page) => page.GetProperty("items").EnumerateArray();

    private async Task<(string, string)?> Product(string enterprise, string? filing)
    {
        await using var command = Command("select filing_standing($1, $2) -> 'product'", enterprise, filing);
        var product = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!).RootElement;
        return product.ValueKind is JsonValueKind.Null
            ? null
            : (product.GetProperty("name").GetString()!, product.GetProperty("category").GetString()!);
    }

    private async Task Execute(string sql, string id)
    {
        await using var command = Command(sql, id);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private NpgsqlCommand Command(string sql, params string?[] arguments)
    {
        var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        foreach (var argument in arguments)
            command.Parameters.Add(new() { Value = argument ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        return command;
    }
}
