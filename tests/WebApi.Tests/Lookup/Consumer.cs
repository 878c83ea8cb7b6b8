using System.Net;
using System.Text;
using System.Text.Json;
using Suyuan.Common.Tests;

namespace Suyuan.Lookup.Tests;

/// <summary>Somebody with a phone.</summary>
internal sealed class Consumer(HttpClient client)
{
    private const int LargestPage = 50 * 1024;

    public Task<HttpResponseMessage> Get(string path, string language = "zh-CN", params (string, string)[] headers) =>
        Send(HttpMethod.Get, path, language, headers);

    public Task<HttpResponseMessage> Send(HttpMethod method, string path, string language = "zh-CN", params (string, string)[] headers) =>
        client.SendAsync(method, path, null, [("Accept-Language", language), ("User-Agent", "phone"), .. headers]);

    public async Task<JsonElement> LookUp(string code, string query = "") => await (await Get($"/api/v1/lookups/{code}{query}")).Read();

    public Task<string> Page(string path, string language = "zh-CN", int status = HttpStatus.Ok) => PageOf(Get(path, language), language, status);

    /// <summary>The answer is a page of ours in this language.</summary>
    public static async Task<string> PageOf(Task<HttpResponseMessage> asked, string language, int status)
    {
        using var answer = await asked;
        await answer.ShouldBe(status);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1, LargestPage);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        return page;
    }

    /// <summary>A code that every node knows by now; whoever waits for it is not counted.</summary>
    public async Task<string> Known(string code)
    {
        await LookupApp.Until(async () =>
            (await client.SendAsync(HttpMethod.Get, $"/api/v1/lookups/{code}", null, ("User-Agent", "bot"))).StatusCode == HttpStatusCode.OK);
        return code;
    }
}
