using Suyuan.Common.Tests;

namespace Suyuan.Lookup.Tests;

/// <summary>However a code is typed or pasted, the field leads to its page, without any script (LK1).</summary>
public sealed class TypedCodeTests(LookupApp lookup) : IClassFixture<LookupApp>
{
    private readonly Consumer consumer = new(lookup.App.Anonymous);

    [Theory]
    [InlineData("33011000030010000008", "/q/33011000030010000008")]
    [InlineData("  3301 1000 0300 1000 0008 ", "/q/33011000030010000008")]
    [InlineData("3301-1000–0300—1000－0008", "/q/33011000030010000008")]
    [InlineData("３３０１１０００　０３００１００００００８", "/q/33011000030010000008")]
    [InlineData("33011000\t0300\u200b1000\u00a00008", "/q/33011000030010000008")]
    [InlineData("身份码：33011000030010000008", "/q/33011000030010000008")]
    [InlineData("Identity code 33011000030010000008", "/q/33011000030010000008")]
    [InlineData("https://trace.example.com/q/33011000030010000008?s=1a2b3c4d", "/q/33011000030010000008?s=1a2b3c4d")]
    [InlineData("http://127.0.0.1:8080/q/33011000030010000008?utm=x&s=1a2b3c4d#top", "/q/33011000030010000008?s=1a2b3c4d")]
    [InlineData("trace.example.com/q/33011000030010000008/", "/q/33011000030010000008")]
    [InlineData("ｈｔｔｐｓ：／／ｔ．ｃｎ／ｑ／３３０１１００００３００１００００００８", "/q/33011000030010000008")]
    [InlineData("https://id.example.cn/01/06901234567892/10/2026030100001/21/33011000030010000008?s=1a2b3c4d",
        "/01/06901234567892/10/2026030100001/21/33011000030010000008?s=1a2b3c4d")]
    [InlineData("https://id.example.cn/01/06901234567892/10/A%2F%0D%0Ab/21/12345678", "/01/06901234567892/10/A%2F%0D%0Ab/21/12345678")]
    [InlineData("1234567", null)]
    [InlineData("123456789012345678901234567890123", null)]
    [InlineData("https://evil.example.com/q/abc", null)]
    [InlineData("//evil.example.com/12345678", null)]
    [InlineData("1234567a", null)]
    [InlineData("<script>12345678</script>", null)]
    public void What_is_typed_leads_to_a_page_of_ours_or_nowhere(string typed, string? path) => Assert.Equal(path, TypedCode.PathOf(typed));

    [Fact]
    public async Task The_form_leads_to_the_page_and_says_so_where_no_code_is_in_it_LK1()
    {
        var code = await consumer.Known((await lookup.Bound(("harvest", "采收", "Harvest", 1))).Code);
        using var client = new HttpClient { BaseAddress = lookup.App.Anonymous.BaseAddress };
        var wide = string.Concat(code.Select(digit => (char)(digit - '0' + '０')));
        foreach (var typed in new[] { code, $" {code[..4]} {code[4..]} ", $"{code[..6]}-{code[6..]}", wide, $"https://any.example/q/{code}?s=00000000" })
        {
            using var answer = await client.GetAsync(new Uri($"/q?code={Uri.EscapeDataString(typed)}", UriKind.Relative));
            await answer.ShouldBe(HttpStatus.Ok);
            Assert.Equal($"/q/{code}", answer.RequestMessage!.RequestUri!.AbsolutePath);
            Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Contains("身份码不正确!请仔细核对", await consumer.Page("/q?code=" + Uri.EscapeDataString("//evil.example/12345678")), StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;b&gt;\"", await consumer.Page("/q?code=%3Cb%3E"), StringComparison.Ordinal);
        Assert.Contains("身份码不正确", await consumer.Page("/q?code=" + new string('1', 2_000)), StringComparison.Ordinal);
    }
}
