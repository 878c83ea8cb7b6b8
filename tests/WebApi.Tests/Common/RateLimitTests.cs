namespace Suyuan.Common.Tests;

/// <summary>An application of its own, whose limits are small.</summary>
public sealed class RateLimitTests : IAsyncLifetime, IDisposable
{
    private readonly SuyuanApp app = new() { Settings = new Dictionary<string, string?> { ["RateLimits:SignIn:PerMinute"] = "3" } };

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Sign_in_over_the_limit_is_429_with_Retry_After()
    {
        for (var i = 0; i < 3; i++) await (await SignIn()).ShouldBe(401, "session/wrong-credentials");

        var limited = await SignIn();

        await limited.ShouldBe(429, "common/too-many-requests");
        Assert.InRange(int.Parse(limited.Headers.GetValues("Retry-After").Single(), null), 1, 60);
    }

    [Fact]
    public async Task Session_is_over_after_its_lifetime()
    {
        var client = await app.SignIn("platform", SuyuanApp.PlatformPassword);
        await (await client.GetAsync("/api/v1/me")).ShouldBe(HttpStatus.Ok);

        app.Clock.Advance(TimeSpan.FromMinutes(16));

        await (await client.GetAsync("/api/v1/me")).ShouldBe(401, "common/not-signed-in");
    }

    private Task<HttpResponseMessage> SignIn() => app.Anonymous.PostAsync("/api/v1/sessions", new { userName = "nobody", password = "whatever" });
}
