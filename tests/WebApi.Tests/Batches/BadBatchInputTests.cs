using System.Text;
using Suyuan.Common.Tests;
using Suyuan.Enterprises.Tests;
using static Suyuan.Batches.Tests.GivenBatch;

namespace Suyuan.Batches.Tests;

/// <summary>Whatever is sent to enterprises and batches is answered, and never by a 500 (RL5).</summary>
[Collection(AppCollection.Name)]
public sealed class BadBatchInputTests(SuyuanApp app)
{
    private static readonly string[] Values =
    [
        "null", "[]", "7", "-1", "1e40", "1e999999", "0.00001", "\"x\"", "\"\"", "{}", "[null]", "[[]]", "[7]", "\"9999-12-31\"", "\"0001-01-01\"",
        "\"\\u0000\"", "\"\\ud800\"", "\"\\u202e<script>\"", "\"" + new string('长', 100_000) + "\"", "[" + string.Join(',', Enumerable.Repeat("\"a\"", 3_000)) + "]",
        "{\"date\":7,\"firstDate\":{},\"lastDate\":\"9999-12-31\",\"intervalDays\":1e40,\"plots\":{}}",
        "{\"date\":\"9999-12-31\",\"plots\":[null,7,\"x\",{}],\"inputs\":[{\"lot\":7}]}", "{\"lastDate\":\"9999-12-31\",\"intervalDays\":365}",
        "{\"lastDate\":\"1899-12-31\",\"intervalDays\":-7.5}", "{\"name\":{\"cipher\":1,\"masked\":2},\"areaMu\":\"7\",\"code\":[]}", "{\"photos\":[{\"sha256\":7}],\"place\":7}",
        "{\"a\":1,\"a\":2}", string.Concat(Enumerable.Repeat("{\"a\":", 80)) + "1" + new string('}', 80), "{", "",
    ];

    [Fact]
    public async Task Whatever_is_sent_is_taken_or_refused_RL5()
    {
        var producer = await GivenProducer.Ready(app);
        var plot = await producer.AddPlot("东坡");
        var given = await Open(app, producer);
        string[] drafts = [await given.Add("pest-control", new { }), await given.Add("plucking", new { }), await given.Add("packing", new { })];
        var filing = producer.ProductFiling;
        (HttpMethod Method, string Path, string Body)[] calls =
        [
            (HttpMethod.Put, producer.Path + "/profile", "{\"answers\":*}"), (HttpMethod.Post, producer.Path + "/zones", "{\"answers\":*}"),
            (HttpMethod.Put, $"{producer.Path}/zones/{producer.Zone}", "{\"answers\":*}"),
            (HttpMethod.Post, producer.Path + "/plots", "{\"zone\":*,\"answers\":{}}"), (HttpMethod.Put, $"{producer.Path}/plots/{plot}", $"{{\"zone\":\"{producer.Zone}\",\"answers\":*}}"),
            (HttpMethod.Post, producer.Path + "/products", "{\"productFiling\":*,\"answers\":{\"productName\":\"x\"}}"),
            (HttpMethod.Post, producer.Path + "/batches", "*"), (HttpMethod.Post, producer.Path + "/batches", $"{{\"productFiling\":\"{filing}\",\"zone\":*,\"answers\":{{}}}}"),
            (HttpMethod.Post, producer.Path + "/batches", $"{{\"productFiling\":\"{filing}\",\"zone\":\"{producer.Zone}\",\"answers\":*}}"),
            (HttpMethod.Put, given.Path, $"{{\"zone\":\"{producer.Zone}\",\"plots\":*,\"answers\":{{\"plannedStart\":\"2026-03-01\"}}}}"),
            (HttpMethod.Post, given.Path + "/records", "{\"stage\":*,\"answers\":{}}"), (HttpMethod.Post, given.Path + "/records", "{\"stage\":\"pest-control\",\"answers\":*}"),
            (HttpMethod.Post, given.Path + "/records", "{\"stage\":\"plucking\",\"answers\":*}"),
            .. drafts.Select(draft => (HttpMethod.Put, $"{given.Path}/records/{draft}", "{\"answers\":*}")),
            (HttpMethod.Post, given.Path + "/declarations", "{\"quantity\":*,\"unit\":\"kg\"}"), (HttpMethod.Post, given.Path + "/declarations", "{\"quantity\":1,\"unit\":*}"),
            (HttpMethod.Post, given.Path + "/declarations", "{\"quantity\":1,\"unit\":\"kg\",\"issuedOn\":*}"),
            (HttpMethod.Post, given.Path + "/declarations", "{\"quantity\":1,\"unit\":\"kg\",\"contact\":*}"),
            (HttpMethod.Post, given.Path + "/declarations", "{\"quantity\":1,\"unit\":\"kg\",\"basis\":*}"), (HttpMethod.Put, given.Path + "/reopening", "{\"reason\":*}"),
        ];
        var wrong = new List<string>();
        foreach (var (method, path, body) in calls)
        {
            foreach (var value in Values)
            {
                var content = body.Replace("*", value, StringComparison.Ordinal);
                using var request = new HttpRequestMessage(method, path) { Content = new StringContent(content, Encoding.UTF8, "application/json") };
                request.Headers.TryAddWithoutValidation("If-Match", "*");
                using var answer = await producer.Administrator.SendAsync(request);
                if ((int)answer.StatusCode >= 500) wrong.Add($"{method} {path} {content[..Math.Min(120, content.Length)]}: {(int)answer.StatusCode}");
                if (!path.Contains("/records/", StringComparison.Ordinal)) continue;
                if ((int)(await given.Recorder.PutAsync(path + "/submission", new { })).StatusCode >= 500) wrong.Add($"submission of {content}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        foreach (var path in new[] { "/dossier", "/dossier?format=html", "/dossier?format=json", "/records?limit=200", "/history" })
            await (await given.Recorder.GetAsync(given.Path + path)).ShouldBe(HttpStatus.Ok);
    }

    [Theory]
    [InlineData("/batches?from=0001-01-01&to=9999-12-31", 200)]
    [InlineData("/batches?from=x", 400)]
    [InlineData("/batches?state=gone", 400)]
    [InlineData("/batches?cursor=WyJ4Il0", 200)]
    [InlineData("/batches/20260301", 400)]
    [InlineData("/batches/2026130100001", 400)]
    [InlineData("/batches/2026030100001/records?cursor=WyJ4IiwieSIsInoiXQ", 404)]
    [InlineData("/zones?q=%00", 400)]
    [InlineData("/zones/%27%3B--", 404)]
    public async Task Whatever_is_asked_is_answered_RL5(string path, int status)
    {
        var producer = await GivenProducer.Filed(app);

        var answer = await producer.Recorder.GetAsync(producer.Path + path);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_cursor_that_we_did_not_make_begins_anew_RL5()
    {
        var given = await Open(app);
        await given.Add("pruning", Pruning());

        // ["x","y","z"], ["2026-03-01","0001-01-01T00:00:00.0000000+00:00","z"]
        foreach (var cursor in new[] { "WyJ4IiwieSIsInoiXQ", "WyIyMDI2LTAzLTAxIiwiMDAwMS0wMS0wMVQwMDowMDowMC4wMDAwMDAwKzAwOjAwIiwieiJd" })
            await (await given.Recorder.GetAsync($"{given.Path}/records?cursor={cursor}")).ShouldBe(HttpStatus.Ok);
    }
}
