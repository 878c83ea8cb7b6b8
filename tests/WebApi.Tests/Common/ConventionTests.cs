using System.Text;
using Suyuan.Accounts;

namespace Suyuan.Common.Tests;

[Collection(AppCollection.Name)]
public sealed class ConventionTests(SuyuanApp app)
{
    private const string Accounts = "/api/v1/accounts";
    private const string Sessions = "/api/v1/sessions";

    public static TheoryData<string> MalformedBodies =>
    [
        "", "null", "[]", "\"text\"", "7", "{", "{}", "{\"userName\":1,\"password\":\"x\"}", "{\"userName\":null,\"password\":\"x\"}",
        "{\"userName\":{\"a\":1},\"password\":\"x\"}", "{\"userName\":\"a\\u0000b\",\"password\":\"x\"}",
        "{\"userName\":\"a\\u001bb\",\"password\":\"x\"}", "{\"userName\":\"\\ud800\",\"password\":\"x\"}", "{\"userName\":\"a\",\"password\":\"\"}",
        "{\"userName\":\"a\",\"password\":NaN}", "{\"userName\":\"a\",\"password\":1e999}",
        "{\"userName\":\"a\",\"password\":\"x\",}", "// comment\n{}", "{\"a\":" + "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "{\"userName\":\"" + "x" + "\",\"extra\":" + "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}},\"password\":\"x\"}",
    ];

    [Theory]
    [MemberData(nameof(MalformedBodies))]
    public async Task Malformed_body_is_400_and_never_500(string body) =>
        await (await app.Anonymous.SendRaw(HttpMethod.Post, Sessions, body)).ShouldBe(400, "common/malformed");

    [Fact]
    public async Task Missing_and_wrong_members_are_named()
    {
        var missing = await (await app.Anonymous.SendRaw(HttpMethod.Post, Sessions, "{\"userName\":\"a\"}")).ShouldBe(400, "common/malformed");
        var wrong = await (await app.Anonymous.SendRaw(HttpMethod.Post, Sessions, "{\"userName\":7,\"password\":\"x\"}")).ShouldBe(400, "common/malformed");
        var empty = await (await app.Anonymous.SendRaw(HttpMethod.Post, Sessions, "{\"userName\":\"\",\"password\":\"x\"}")).ShouldBe(400, "common/malformed");

        Assert.True(missing.GetProperty("errors").TryGetProperty("$.password", out _), missing.GetRawText());
        Assert.True(wrong.GetProperty("errors").TryGetProperty("$.userName", out _), wrong.GetRawText());
        Assert.Single(empty.GetProperty("errors").EnumerateObject());
    }

    [Fact]
    public async Task Unknown_members_are_ignored() =>
        await (await app.Anonymous.PostAsync(Sessions, new { userName = "platform", password = SuyuanApp.PlatformPassword, more = 1 })).ShouldBe(200);

    [Fact]
    public async Task Body_in_another_encoding_or_type_is_refused()
    {
        var json = "{\"userName\":\"platform\",\"password\":\"x\"}";
        await (await app.Anonymous.SendRaw(HttpMethod.Post, Sessions, Encoding.UTF8.GetBytes(json), "text/plain")).ShouldBe(415, "common/unsupported-media-type");
        await (await app.Anonymous.SendRaw(HttpMethod.Post, Sessions, Encoding.Unicode.GetBytes(json), "application/json; charset=utf-16"))
            .ShouldBe(415, "common/unsupported-media-type");
        await (await app.Anonymous.SendRaw(HttpMethod.Post, Sessions, [.. "{\"userName\":\""u8, 0xC3, 0x28, .. "\",\"password\":\"x\"}"u8]))
            .ShouldBe(400, "common/malformed");
    }

    [Fact]
    public async Task Body_over_1_MiB_is_413()
    {
        var body = Encoding.UTF8.GetBytes("{\"userName\":\"" + new string('x', 2 * 1024 * 1024) + "\",\"password\":\"x\"}");
        await (await app.Anonymous.SendRaw(HttpMethod.Post, Sessions, body)).ShouldBe(413, "common/body-too-large");
    }

    [Theory]
    [InlineData("?limt=5", "common/unknown-parameter", "limt")]
    [InlineData("?limit=0", "common/malformed-parameter", "limit")]
    [InlineData("?limit=201", "common/malformed-parameter", "limit")]
    [InlineData("?limit=x", "common/malformed-parameter", "limit")]
    [InlineData("?limit=1&limit=2", "common/malformed-parameter", "limit")]
    [InlineData("?cursor=zzz", "common/malformed-parameter", "cursor")]
    [InlineData("?role=king", "common/malformed-parameter", "role")]
    [InlineData("?search=%00", "common/malformed-parameter", "search")]
    public async Task Query_string_is_400_naming_what_is_wrong(string query, string code, string parameter)
    {
        var problem = await (await (await app.As(Role.Platform)).GetAsync(Accounts + query)).ShouldBe(400, code);
        Assert.Equal(parameter, problem.GetProperty("arguments").GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Problems_speak_Chinese_or_English_and_lead_to_their_page()
    {
        var chinese = await (await app.Anonymous.GetAsync("/api/v1/me")).ShouldBe(401, "common/not-signed-in");
        var answer = await app.Anonymous.SendAsync(HttpMethod.Get, "/api/v1/me", null, ("Accept-Language", "fr, en-GB;q=0.8, zh;q=0.5"), ("Accept", "text/html"));
        var english = await answer.ShouldBe(401, "common/not-signed-in");

        Assert.Equal("尚未登录", chinese.GetProperty("title").GetString());
        Assert.Equal("Not signed in", english.GetProperty("title").GetString());
        Assert.Equal("en", answer.Content.Headers.ContentLanguage.Single());
        var page = await app.Anonymous.SendAsync(HttpMethod.Get, chinese.GetProperty("type").GetString()!, null, ("Accept", "text/html"));
        Assert.Contains("尚未登录", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_routes_and_methods_have_problems_too()
    {
        await (await app.Anonymous.GetAsync("/api/v1/nothing-here")).ShouldBe(404, "common/not-found");
        await (await app.Anonymous.DeleteAsync(Sessions)).ShouldBe(405, "common/method-not-allowed");
        await (await app.Anonymous.GetAsync(Accounts)).ShouldBe(401, "common/not-signed-in");
    }

    [Fact]
    public async Task Idempotency_key_repeats_the_answer_and_refuses_other_content()
    {
        var platform = await app.As(Role.Platform);
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        object Body(string name) => new { userName = name, displayName = "once", roles = new[] { new { role = Role.Inspector } } };

        var first = await platform.SendAsync(HttpMethod.Post, Accounts, Body("once-only"), key);
        var again = await platform.SendAsync(HttpMethod.Post, Accounts, Body("once-only"), key);

        await first.ShouldBe(HttpStatus.Created);
        await again.ShouldBe(HttpStatus.Created);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replayed").Single());
        await (await platform.SendAsync(HttpMethod.Post, Accounts, Body("twice"), key)).ShouldBe(409, "common/idempotency-key-reused");
        await (await platform.SendAsync(HttpMethod.Post, Accounts, Body("once-only"))).ShouldBe(409, "account/user-name-taken");
    }

    [Fact]
    public async Task Same_key_at_once_does_the_deed_once()
    {
        var platform = await app.As(Role.Platform);
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var body = new { userName = "raced", displayName = "raced", roles = new[] { new { role = Role.Inspector } } };

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => platform.SendAsync(HttpMethod.Post, Accounts, body, key)));

        Assert.Contains(answers, answer => (int)answer.StatusCode == HttpStatus.Created);
        foreach (var answer in answers.Where(answer => (int)answer.StatusCode != HttpStatus.Created))
            await answer.ShouldBe(409, "common/idempotency-in-progress");
    }

    [Fact]
    public async Task Answers_carry_the_security_headers_also_when_refused()
    {
        foreach (var path in (string[])["/api/v1/me", "/scalar", "/problems/common/forbidden"])
        {
            var answer = await app.Anonymous.GetAsync(path);
            Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Reference_page_needs_no_inline_script_and_no_other_host()
    {
        var page = await app.Anonymous.GetStringAsync("/scalar");
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("/openapi/v1.json", await app.Anonymous.GetStringAsync("/scalar/start.js"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_describes_every_operation_and_its_problems()
    {
        var document = await (await app.Anonymous.GetAsync("/openapi/v1.json")).Read();
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).ToList();

        Assert.NotEmpty(operations);
        Assert.All(operations, operation =>
        {
            Assert.True(operation.Value.TryGetProperty("operationId", out _), operation.Value.GetRawText());
            Assert.True(operation.Value.TryGetProperty("summary", out _), operation.Value.GetRawText());
            Assert.True(operation.Value.GetProperty("responses").TryGetProperty("503", out _));
        });
        Assert.Equal(operations.Count, operations.Select(operation => operation.Value.GetProperty("operationId").GetString()).Distinct().Count());
    }
}
