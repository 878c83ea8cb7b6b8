using System.Net;
using System.Text;
using System.Text.Json;
using Suyuan.Common;
using Suyuan.Common.Tests;
using Suyuan.Publishing;

namespace Suyuan.Lookup.Tests;

/// <summary>What a consumer sees of a code, in each state that it may be in.</summary>
public sealed class CodeLookupTests(LookupApp lookup) : IClassFixture<LookupApp>
{
    private const int LargestPage = 50 * 1024;
    private readonly HttpClient anybody = lookup.App.Anonymous;

    private static (string, string, string, int)[] Stages => [("fertilizing", "施肥", "Fertilizing", 2), ("harvest", "采收", "Harvest", 1)];

    private async Task<HttpResponseMessage> Get(string path, string language = "zh-CN", string agent = "phone") =>
        await anybody.SendAsync(HttpMethod.Get, path, null, ("Accept-Language", language), ("User-Agent", agent));

    private async Task<string> Page(string path, string language = "zh-CN", int status = HttpStatus.Ok)
    {
        var answer = await Get(path, language);
        await answer.ShouldBe(status);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1, LargestPage);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        return page;
    }

    private async Task<(string Batch, string Code)> Bound(params (string, string, string, int)[] stages)
    {
        var bound = await lookup.Bound(stages);
        await LookupApp.Until(async () => (await Get($"/api/v1/lookups/{bound.Code}", agent: "bot")).StatusCode == HttpStatusCode.OK);
        return bound;
    }

    [Fact]
    public async Task A_published_batch_is_shown_with_basic_information_and_deep_trace_LK1()
    {
        var (batch, code) = await Bound(Stages);
        var answer = await (await Get($"/api/v1/lookups/{code}")).Read();
        Assert.Equal(code, answer.GetProperty("code").GetString());
        Assert.Equal("published", answer.GetProperty("state").GetString());
        Assert.Equal("typed", answer.GetProperty("asked").GetString());
        Assert.Equal(batch, answer.GetProperty("batch").GetString());
        Assert.Equal(["fertilizing", "harvest"], answer.GetProperty("tabs").EnumerateArray().Select(tab => tab.GetProperty("item").GetString()));
        Assert.Equal(3, answer.GetProperty("timeline").GetArrayLength());
        Assert.NotNull(answer.Deserialize<LookupAnswer>(SuyuanJson.Options));

        var page = await Page($"/q/{code}");
        foreach (var shown in new[]
        {
            code, "红富士苹果", "阿克苏&lt;果业&gt;有限公司", "生产区环境", "基本信息", "深度追溯", "<summary>施肥 (2)</summary>", "第1次 &lt;b&gt;",
            $"<base href=\"/q/{code}/\">", $"src=\"files/{FakeViews.Picture.Sha256}\"", "41.17, 80.26", "<th scope=\"col\">名称</th>",
        })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Fertilizing (2)", await Page($"/q/{code}", "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bound_with_nothing_published_shows_basic_information_alone_LK3()
    {
        var (_, code) = await Bound();
        var answer = await (await Get($"/api/v1/lookups/{code}")).Read();
        Assert.Equal("basic", answer.GetProperty("state").GetString());
        Assert.Equal("lookup/nothing-published", answer.GetProperty("notices")[0].GetProperty("code").GetString());
        var page = await Page($"/q/{code}");
        Assert.Contains("尚未开通查询", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<details", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frozen_code_shows_the_recall_and_its_reason_and_the_others_of_its_range_do_not_LK3()
    {
        var (batch, code) = await Bound(Stages);
        var frozen = code[..^2] + "10";
        // The record's own trigger wants a batch that is stored; here its fruits are put by hand.
        await lookup.Do($$"""
            set session_replication_role = replica;
            insert into grain_state (kind, key, version, state, changed_at, hash)
            select 'code-range', 'code-range-' || enterprise || '-' || id, 1, jsonb_build_object('freezes', jsonb_build_array(jsonb_build_object(
                'start', '{{frozen}}', 'end', '{{frozen}}', 'frozen', jsonb_build_object('reason', '农残超标 <1>')))), now(), ''
            from code_ranges where batch = '{{batch}}';
            reset session_replication_role;
            update code_ranges set frozen = nummultirange(code_span('{{frozen}}', '{{frozen}}')) where batch = '{{batch}}';
            select touch_lookup('{{FakeViews.Enterprise}}', '{{batch}}')
            """);
        await LookupApp.Until(async () => (await (await Get($"/api/v1/lookups/{frozen}")).Read()).GetProperty("state").GetString() == "recalled");
        var answer = await (await Get($"/api/v1/lookups/{frozen}")).Read();
        Assert.Equal("lookup/recalled", answer.GetProperty("notices")[0].GetProperty("code").GetString());
        Assert.Empty(answer.GetProperty("tabs").EnumerateArray());
        var page = await Page($"/q/{frozen}");
        Assert.Contains("召回公告", page, StringComparison.Ordinal);
        Assert.Contains("农残超标 &lt;1&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("施肥", page, StringComparison.Ordinal);
        Assert.DoesNotContain("召回", await Page($"/q/{code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_filing_is_told_LK3()
    {
        var (batch, code) = await Bound(Stages);
        lookup.Views[batch] = FakeViews.View(batch, lookup.Today, Stages) with
        {
            Notices = [new(PublicNoticeKind.EnterpriseFilingRevoked, FakeViews.Text("该企业的备案已被注销", "This enterprise's filing was revoked"))],
        };
        await lookup.Touch(batch);
        await LookupApp.Until(async () => (await Page($"/q/{code}")).Contains("该企业的备案已被注销", StringComparison.Ordinal));
        var answer = await (await Get($"/api/v1/lookups/{code}")).Read();
        Assert.Equal("lookup/enterprise-filing-revoked", answer.GetProperty("notices")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_leads_to_no_product_looks_alike_whatever_was_asked_LK3()
    {
        await lookup.Do("""
            insert into code_allocations (enterprise, id, source, layout, checked, length, start_code, end_code, codes, span, allocated_at,
                allocated_by, revision, changed_at)
            values ('91440300708461136T', 'run', 'platform', 'standard', true, 13, '6901234500000', '6901234599999', 10000,
                code_span('6901234500000', '6901234599999'), now(), 'test', 1, now());
            select touch_lookup('91440300708461136T', null)
            """);
        await LookupApp.Until(async () => (await (await Get("/api/v1/lookups/6901234567892")).Content.ReadAsStringAsync()).Contains("not-bound", StringComparison.Ordinal));
        var unbound = await (await Get("/api/v1/lookups/6901234567892")).ShouldBe(404, "lookup/code-not-bound");
        var members = unbound.EnumerateObject().Select(member => member.Name).ToList();
        // Never given out; a wrong check digit; another layout; no code at all.
        string[] unknown = ["6901234667892", "6901234567893", "659001999900", "12345678901234567890123456789012", "1", "abc", "123456789012345678901234567890123"];
        foreach (var code in unknown)
        {
            var problem = await (await Get($"/api/v1/lookups/{code}")).ShouldBe(404, "lookup/unknown-code");
            Assert.Equal(members, problem.EnumerateObject().Select(member => member.Name));
            Assert.Equal(await Page("/q/6901234667892", status: 404), await Page($"/q/{code}", status: 404));
        }

        Assert.Contains("身份码不存在", await Page("/q/1", status: 404), StringComparison.Ordinal);
        var page = await Page("/q/6901234567892", status: 404);
        Assert.Contains("身份码未激活", page, StringComparison.Ordinal);
        Assert.DoesNotContain("91440300708461136T", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digital_link_leads_to_the_page_only_with_the_code_s_own_batch_and_number_LK1()
    {
        var (batch, code) = await Bound(Stages);
        foreach (var path in new[] { $"/01/06901234567892/10/{batch}/21/{code}", $"/01/06901234567892/10/x/21/{code}", $"/01/x/10/{batch}/21/{code}" })
            Assert.Equal(await Page("/q/1", status: 404), await Page(path, status: 404));
    }

    [Fact]
    public async Task A_batch_of_many_records_keeps_the_page_small_and_the_rest_behind_a_link_LK4()
    {
        var (_, code) = await Bound(("irrigation", "灌溉", "Irrigation", 900), ("fertilizing", "施肥", "Fertilizing", 900));
        var page = await Page($"/q/{code}");
        var more = System.Text.RegularExpressions.Regex.Matches(page, "href=\"(records/irrigation\\?from=(\\d+))\"");
        Assert.Single(more);
        var first = int.Parse(more[0].Groups[2].Value, null);
        var next = await Page($"/q/{code}/{more[0].Groups[1].Value}");
        Assert.Contains($"灌溉第{first + 1}次", next, StringComparison.Ordinal);
        Assert.DoesNotContain($"灌溉第{first}次", next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task The_page_travels_packed_and_unchanged_and_is_not_sent_twice_LK4(string coding)
    {
        var (_, code) = await Bound(Stages);
        var plain = await Page($"/q/{code}");
        var packed = await anybody.SendAsync(
            HttpMethod.Get, $"/q/{code}", null, ("Accept-Language", "zh-CN"), ("User-Agent", "phone"), ("Accept-Encoding", $"{coding}, identity;q=0.1"));
        Assert.Equal([coding], packed.Content.Headers.ContentEncoding);
        await using var stream = await packed.Content.ReadAsStreamAsync();
        await using Stream unpacked = coding == "br"
            ? new System.IO.Compression.BrotliStream(stream, System.IO.Compression.CompressionMode.Decompress)
            : new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionMode.Decompress);
        Assert.Equal(plain, await new StreamReader(unpacked).ReadToEndAsync());

        var again = await anybody.SendAsync(
            HttpMethod.Get, $"/q/{code}", null, ("Accept-Language", "zh-CN"), ("User-Agent", "phone"), ("If-None-Match", packed.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task The_entry_page_works_by_typing_alone_LK1()
    {
        var page = await Page("/q");
        Assert.Contains("<label for=\"code\">身份码</label>", page, StringComparison.Ordinal);
        Assert.Contains("立即查询", page, StringComparison.Ordinal);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = anybody.BaseAddress };
        var typed = await client.GetAsync(new Uri("/q?code=659001000100", UriKind.Relative));
        Assert.Equal("/q/659001000100", typed.Headers.Location?.ToString());
        Assert.Contains("身份码不正确!请仔细核对", await Page("/q?code=%3Cb%3E12"), StringComparison.Ordinal);
        var script = await Get("/q/scan.js");
        Assert.Equal("text/javascript", script.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Only_files_that_the_view_names_are_given_out_PB3()
    {
        var (_, code) = await Bound(Stages);
        await (await Get($"/q/{code}/files/{new string('b', 64)}")).ShouldBe(404, "lookup/unknown-code");
        await (await Get($"/q/{code}/files/{FakeViews.Picture.Sha256}")).ShouldBe(404, "lookup/unknown-code"); // named, and not kept any more
    }
}
