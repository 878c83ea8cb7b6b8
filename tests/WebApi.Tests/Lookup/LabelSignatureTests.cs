using Microsoft.Extensions.DependencyInjection;
using Suyuan.IdentityCodes;
using Suyuan.Common.Tests;

namespace Suyuan.Lookup.Tests;

/// <summary>A scan of a label is told from a code that was typed, and a label whose signature is another code's is told of (LK1).</summary>
public sealed class LabelSignatureTests(LookupApp lookup) : IClassFixture<LookupApp>
{
    private static readonly (string, string, string, int)[] Stages = [("harvest", "采收", "Harvest", 1)];
    private readonly Consumer consumer = new(lookup.App.Anonymous);

    private async Task<string> Bound() => await consumer.Known((await lookup.Bound(Stages)).Code);

    private string SignatureOf(string code) =>
        lookup.App.Services.GetRequiredService<CodeSignature>().Of(IdentityCode.Parse(code, null));

    [Fact]
    public async Task A_label_that_is_scanned_is_told_from_a_code_that_is_typed_LK1()
    {
        var code = await Bound();
        var scanned = await consumer.LookUp(code, $"?s={SignatureOf(code)}");
        Assert.Equal("scanned", scanned.GetProperty("asked").GetString());
        Assert.Empty(scanned.GetProperty("notices").EnumerateArray());
        foreach (var typed in new[] { "", "?s=" }) Assert.Equal("typed", (await consumer.LookUp(code, typed)).GetProperty("asked").GetString());

        var page = await consumer.Page($"/q/{code}?s={SignatureOf(code)}");
        Assert.Contains("扫码查询", page, StringComparison.Ordinal);
        Assert.Contains("您查询的是正品，首次查询", page, StringComparison.Ordinal);
        Assert.Contains("手工输入查询", await consumer.Page($"/q/{code}"), StringComparison.Ordinal);
        Assert.Contains("typed in by hand", await consumer.Page($"/q/{code}", "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_with_the_signature_of_another_code_is_typed_and_warned_of_LK2()
    {
        var (code, other) = (await Bound(), await Bound());
        var own = SignatureOf(code);
        foreach (var wrong in new[] { SignatureOf(other), own[..7], own + "0", own.ToUpperInvariant() + "0", "%F0%9F%98%80aaaa" })
        {
            var answer = await consumer.LookUp(code, $"?s={wrong}");
            Assert.Equal("typed", answer.GetProperty("asked").GetString());
            Assert.Equal("lookup/signature-wrong", answer.GetProperty("notices")[0].GetProperty("code").GetString());
            Assert.Equal("published", answer.GetProperty("state").GetString());
        }

        var page = await consumer.Page($"/q/{code}?s={SignatureOf(other)}");
        Assert.Contains("<p class=\"alert\" role=\"alert\">标签上的校验信息与该身份码不符，请谨防假冒。</p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("正品", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"state good\"", page, StringComparison.Ordinal);
        Assert.Contains("Beware of counterfeits", await consumer.Page($"/q/{code}?s={SignatureOf(other)}", "en"), StringComparison.Ordinal);
        Assert.DoesNotContain("谨防假冒", await consumer.Page($"/q/{code}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_is_checked_without_leaving_garbage_PF1()
    {
        var signatures = lookup.App.Services.GetRequiredService<CodeSignature>();
        var own = SignatureOf("33011000030010000008");
        Assert.True(signatures.Fits("33011000030010000008", own));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var look = 0; look < 1_000; look++) signatures.Fits("33011000030010000008", own);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("br")]
    public async Task Each_of_the_three_answers_has_a_tag_of_its_own_and_is_not_sent_twice_LK4(string coding)
    {
        var code = await Bound();
        var tags = new HashSet<string>();
        foreach (var query in new[] { "", $"?s={SignatureOf(code)}", "?s=00000000" })
        {
            var tag = (await consumer.Get($"/q/{code}{query}", headers: ("Accept-Encoding", coding))).Headers.ETag!.ToString();
            Assert.True(tags.Add(tag));
            await (await consumer.Get($"/q/{code}{query}", headers: ("If-None-Match", tag))).ShouldBe(304);
        }
    }

    [Fact]
    public async Task Rolls_of_an_outside_vendor_have_no_signature_and_nobody_is_warned_of_them_IC1()
    {
        var code = await Bound();
        await lookup.Do($"""
            insert into code_allocations (enterprise, id, source, layout, checked, length, start_code, end_code, codes, span, allocated_at,
                allocated_by, revision, changed_at)
            values ('{FakeViews.Enterprise}', 'roll-{code}', 'earlierVendor', 'outside', false, 12, '{code}', '{code}', 1, code_span('{code}', '{code}'),
                now(), 'test', 1, now())
            """);
        var answer = await consumer.LookUp(code, "?s=campaign");
        Assert.Equal("typed", answer.GetProperty("asked").GetString());
        Assert.Empty(answer.GetProperty("notices").EnumerateArray());
        Assert.Equal("scanned", (await consumer.LookUp(code, $"?s={SignatureOf(code)}")).GetProperty("asked").GetString());
    }
}
