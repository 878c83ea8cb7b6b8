using System.Text;
using Suyuan.Common.Tests;

namespace Suyuan.SiteRecords.Tests;

/// <summary>Whatever is sent to inputs and site records is answered, and never by a 500 (RL5).</summary>
[Collection(AppCollection.Name)]
public sealed class BadInputTests(SuyuanApp app)
{
    private static readonly string Deep = string.Concat(Enumerable.Repeat("{\"a\":", 80)) + "1" + new string('}', 80);

    private static readonly string[] Answers =
    [
        "null", "[]", "7", "\"x\"", "{}", "{\"inputs\":null}", "{\"inputs\":{}}", "{\"inputs\":\"x\"}", "{\"inputs\":[null,7,\"x\",[],{}]}",
        "{\"inputs\":[{\"lot\":7,\"quantity\":\"x\"}]}", "{\"inputs\":[{\"lot\":\"x\",\"quantity\":1e400}]}", "{\"inputs\":[{\"lot\":\"LOT\",\"quantity\":1e30}]}",
        "{\"inputs\":[{\"lot\":\"LOT\",\"quantity\":-5}]}", "{\"inputs\":[{\"lot\":\"LOT\",\"quantity\":0.0001}]}", "{\"inputs\":[{\"lot\":\"LOT\",\"quantity\":NaN}]}",
        "{\"date\":\"0001-01-01\"}", "{\"date\":\"9999-12-31\"}", "{\"date\":\"2026-02-30\"}", "{\"date\":7}", "{\"date\":{\"cipher\":1,\"masked\":2}}",
        "{\"name\":\"\\u0000\"}", "{\"name\":\"\\ud800\"}", "{\"name\":\"\\u0007\\u202e\"}", "{\"name\":{\"cipher\":\"x\",\"masked\":\"y\"}}",
        "{\"idNumber\":{\"cipher\":\"x\",\"masked\":\"y\"}}", "{\"idNumber\":[1]}", "{\"quantity\":\"7\"}", "{\"quantity\":1e308}", "{\"quantity\":-0.0}",
        "{\"unit\":[\"kg\"]}", "{\"unit\":{\"a\":1}}", "{\"unit\":7}", "{\"validUntil\":[],\"producedOn\":{}}", "{\"a\":1,\"a\":2}", Deep,
        "{\"name\":\"" + new string('长', 100_000) + "\"}", "{\"attendees\":[" + string.Join(',', Enumerable.Repeat("{}", 3_000)) + "]}", "{", "",
    ];

    [Fact]
    public async Task Whatever_is_answered_to_a_form_is_taken_or_refused_RL5()
    {
        var site = await GivenSite.Create(app);
        var item = (await site.Item()).GetProperty("id").GetString()!;
        var lot = await site.Lot(item, 10);
        var other = await site.Lot(item, 10);
        var drafts = await Task.WhenAll(new[] { "input-use", "health-check", "training", "test-report" }.Select(form => site.Draft(form, new { })));
        (HttpMethod Method, string Path, string Body)[] calls =
        [
            (HttpMethod.Post, site.Path + "/inputs", "{\"form\":\"input-pesticide\",\"answers\":*}"), (HttpMethod.Post, site.Path + "/inputs", "*"),
            (HttpMethod.Post, site.Path + "/inputs", "{\"form\":*,\"answers\":{}}"), (HttpMethod.Put, $"{site.Path}/inputs/{item}", "{\"answers\":*}"),
            (HttpMethod.Post, site.Path + "/input-lots", $"{{\"item\":\"{item}\",\"answers\":*}}"), (HttpMethod.Post, site.Path + "/input-lots", "{\"item\":*,\"answers\":{}}"),
            (HttpMethod.Put, $"{site.Path}/input-lots/{lot}", "{\"answers\":*}"), (HttpMethod.Put, $"{site.Path}/input-lots/{other}/retirement", "{\"reason\":*}"),
            (HttpMethod.Post, site.Path + "/site-records", "{\"form\":\"input-use\",\"answers\":*}"), (HttpMethod.Post, site.Path + "/site-records", "{\"form\":*,\"answers\":{}}"),
            .. drafts.Select(draft => (HttpMethod.Put, draft, "{\"answers\":*}")),
        ];
        var wrong = new List<string>();
        foreach (var (method, path, body) in calls)
        {
            foreach (var answers in Answers)
            {
                var content = body.Replace("*", answers.Replace("LOT", lot, StringComparison.Ordinal), StringComparison.Ordinal);
                using var request = new HttpRequestMessage(method, path) { Content = new StringContent(content, Encoding.UTF8, "application/json") };
                request.Headers.TryAddWithoutValidation("If-Match", "*");
                using var answer = await site.Recorder.SendAsync(request);
                if ((int)answer.StatusCode >= 500) wrong.Add($"{method} {path} {content[..Math.Min(120, content.Length)]}: {(int)answer.StatusCode}");
                if (path.Contains("/site-records/", StringComparison.Ordinal) && (int)(await site.Recorder.PutAsync(path + "/submission", new { })).StatusCode >= 500)
                    wrong.Add($"submission of {content[..Math.Min(120, content.Length)]}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(10, await site.Left(lot));
    }

    [Theory]
    [InlineData("/inputs?q=%25_'\"")]
    [InlineData("/inputs?kind=a&retired=x")]
    [InlineData("/input-lots?expiringWithin=-2147483648")]
    [InlineData("/input-lots?expiringWithin=99999999999")]
    [InlineData("/input-uses?from=9999-12-31&to=0001-01-01")]
    [InlineData("/input-uses?cursor=WyIyMDI2LTA1LTA1Il0")]
    [InlineData("/input-uses?cursor=WyJ4Il0")]
    [InlineData("/site-records?state=0")]
    [InlineData("/site-records?from=yesterday")]
    [InlineData("/site-records/%00")]
    [InlineData("/site-records/a%2Fb")]
    [InlineData("/inputs/長")]
    public async Task Whatever_is_asked_is_answered_RL5(string path)
    {
        var site = await GivenSite.Create(app);
        var answer = await site.Recorder.GetAsync(site.Path + path);
        Assert.True((int)answer.StatusCode < 500, await answer.Content.ReadAsStringAsync());
    }
}
