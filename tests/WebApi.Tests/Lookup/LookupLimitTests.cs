using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Suyuan.Common.Tests;

namespace Suyuan.Lookup.Tests;

/// <summary>Codes cannot be tried one after another: each client may look up so often a minute (LK3).</summary>
public sealed class LookupLimitTests : IAsyncLifetime, IDisposable
{
    private const int PerMinute = 4;
    private readonly SuyuanApp app = new()
    {
        Settings = new Dictionary<string, string?> { ["RateLimits:LookUp:PerMinute"] = PerMinute.ToString(System.Globalization.CultureInfo.InvariantCulture) },
    };

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    /// <summary>A client that comes from this address of the loopback network.</summary>
    private HttpClient From(string address) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancelled) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancelled);
            return new NetworkStream(socket, ownsSocket: true);
        },
    }) { BaseAddress = app.Anonymous.BaseAddress };

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back_by_a_page_or_a_problem_and_nobody_else_is_LK3()
    {
        await LookupApp.Until(() => Task.FromResult(app.Services.GetRequiredService<CodeDirectory>().IsCurrent));
        using var eager = From("127.0.0.2");
        using var other = From("127.0.0.3");
        var (hasty, patient) = (new Consumer(eager), new Consumer(other));
        for (var look = 0; look < PerMinute; look++) await (await hasty.Get($"/q/{look}")).ShouldBe(404);

        foreach (var path in new[] { "/q/1", "/q", "/q/12345678/records/basic", "/01/1/10/1/21/12345678", "/c/1", "/b/1" })
        {
            Assert.Contains("<h1>查询过于频繁</h1>", await hasty.Page(path, status: 429), StringComparison.Ordinal);
            Assert.Contains("<h1>Too many look-ups</h1>", await hasty.Page(path, "en", 429), StringComparison.Ordinal);
        }

        foreach (var limited in new[] { await hasty.Get("/api/v1/lookups/1"), await hasty.Get("/q/1", headers: ("Accept", "application/json")) })
        {
            await limited.ShouldBe(429, "common/too-many-requests");
            Assert.InRange(int.Parse(limited.Headers.GetValues("Retry-After").Single(), null), 1, 60);
        }

        using var page = await hasty.Get("/q/1");
        Assert.InRange(int.Parse(page.Headers.GetValues("Retry-After").Single(), null), 1, 60);
        Assert.True(page.Headers.CacheControl!.NoStore);
        await (await patient.Get("/q/1")).ShouldBe(404);
        await (await patient.Get("/api/v1/lookups/1")).ShouldBe(404, "lookup/unknown-code");
    }
}
