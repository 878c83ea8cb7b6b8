using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Suyuan.Common.Tests;

namespace Suyuan.Lookup.Tests;

/// <summary>How often a code was looked up, and what is told about it (LK2).</summary>
public sealed class ScanCountTests(LookupApp lookup) : IClassFixture<LookupApp>
{
    private readonly HttpClient anybody = lookup.App.Anonymous;

    private Task<HttpResponseMessage> Get(string path, string agent, params (string, string)[] headers) =>
        anybody.SendAsync(HttpMethod.Get, path, null, [("User-Agent", agent), ("Accept-Language", "zh-CN"), .. headers]);

    private async Task<string> NewCode()
    {
        var (_, code) = await lookup.Bound(("harvest", "采收", "Harvest", 1));
        await LookupApp.Until(async () => (await Get($"/q/{code}", "some-bot")).StatusCode == HttpStatusCode.OK);
        return code;
    }

    private async Task<string> Page(string code, string agent) => await (await Get($"/q/{code}", agent)).Content.ReadAsStringAsync();

    private async Task<long> Count(string code) =>
        (await (await Get($"/api/v1/lookups/{code}", "some-bot")).Read()).GetProperty("scans").GetProperty("count").GetInt64();

    [Fact]
    public async Task The_first_look_up_says_so_and_later_ones_tell_the_number_and_the_first_time_LK2()
    {
        var code = await NewCode();
        Assert.Contains("您查询的是正品，首次查询", await Page(code, "one"), StringComparison.Ordinal);
        Assert.Contains("您查询的是正品，首次查询", await Page(code, "one"), StringComparison.Ordinal);
        var page = await Page(code, "two");
        Assert.Matches(@"您好，本次为您第2次扫描结果，首次查询时间为\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", page);
        Assert.Matches(@"该产品已被查询过 2 次，首次查询时间：\d{4}-\d\d-\d\d \d\d:\d\d:\d\d。重复查询可能是伪品", page);
    }

    [Fact]
    public async Task One_client_counts_once_in_ten_minutes_however_it_asks_LK2()
    {
        var code = await NewCode();
        await Page(code, "one");
        await Get($"/api/v1/lookups/{code}", "one");
        Assert.Equal(1, await Count(code));
        lookup.App.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        await Page(code, "one");
        Assert.Equal(2, await Count(code));
    }

    [Fact]
    public async Task Robots_and_browsers_that_fetch_ahead_do_not_count_LK2()
    {
        var code = await NewCode();
        foreach (var agent in new[] { "Mozilla/5.0 (compatible; Baiduspider/2.0)", "Googlebot/2.1", "facebookexternalhit/1.1", "HeadlessChrome" })
            await Get($"/q/{code}", agent);
        foreach (var header in new[] { ("Purpose", "prefetch"), ("Sec-Purpose", "prefetch;prerender"), ("X-Moz", "prefetch") })
            await Get($"/q/{code}", "one", header);
        var head = await anybody.SendAsync(HttpMethod.Head, $"/q/{code}", null, ("User-Agent", "one"));
        await head.ShouldBe(HttpStatus.Ok);
        Assert.Equal(0, await Count(code));
        Assert.Contains("尚未被查询过", await Page(code, "some-bot"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_counted_is_stored_within_a_moment_and_adds_to_what_other_nodes_stored_LK2()
    {
        var code = await NewCode();
        await Page(code, "one");
        await LookupApp.Until(async () => await lookup.Ask<long>($"select coalesce(sum(scans), 0)::bigint from code_scans where code = '{code}'") == 1);
        // Another node listens with this one, counts the same code, and tells.
        await lookup.Do($"select pg_advisory_xact_lock_shared(lookup_node_lock(), 1), add_scans('other', 1, array['{code}'], array[4::bigint], array[now()], array[now()])");
        await LookupApp.Until(async () => await Count(code) == 5);
        Assert.Equal(code, await lookup.Ask<string>($"select find_first_scan('{code[..^2]}00', '{code[..^2]}99', 12) ->> 'code'"));
        Assert.True(await lookup.Ask<bool>($"select find_first_scan('{code[..^2]}01', '{code[..^2]}99', 12) is null"));
    }

    [Fact]
    public async Task A_writing_that_comes_again_is_not_counted_twice_LK2()
    {
        const string write = "select scans from add_scans('lost', 7, array['659001000042'], array[3::bigint], array[now()], array[now()])";
        Assert.Equal(3, await lookup.Ask<long>(write));
        Assert.Equal(3, await lookup.Ask<long>(write));
    }

    [Fact]
    public async Task A_writing_answers_codes_that_have_other_look_ups_too_LK2()
    {
        const string write = "select count(*) from add_scans('twice', {0}, array['659001000043'], array[1::bigint], array[now()], array[now()])";
        Assert.Equal(0, await lookup.Ask<long>(write.Replace("{0}", "1", StringComparison.Ordinal)));
        Assert.Equal(1, await lookup.Ask<long>(write.Replace("{0}", "2", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task More_codes_than_can_be_told_apart_are_not_taken_for_all_that_are_stored_LK2()
    {
        await lookup.Do("""
            insert into code_scans select '6590010001' || lpad(n::text, 2, '0'), now(), now(), 1 from generate_series(10, 30) n on conflict do nothing
            """);
        var store = lookup.App.Services.GetRequiredService<ScanStore>();
        var read = 0;
        Assert.False(await store.ReadAll(20, (_, _) => read++, CancellationToken.None));
        Assert.Equal(21, read);
        Assert.True(await store.ReadAll(1_000_000, (_, _) => { }, CancellationToken.None));
    }
}
