using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suyuan.Accounts;
using Suyuan.GinLines;

namespace Suyuan.Common.Tests;

/// <summary>
/// The real application on Kestrel over a real PostgreSQL, with a client for each kind of caller:
/// <c>await app.As(Role.Regiment, "08-143")</c>, <c>app.Anonymous</c>, <c>await app.Device("65001", 1)</c>.
/// </summary>
public sealed class SuyuanApp : TestApp, IAsyncLifetime, IDisposable
{
    private Factory? factory;

    /// <summary>For what no route does yet.</summary>
    public IServiceProvider Services => factory!.Services;

    public Clock Clock { get; } = new();

    /// <summary>Settings of this application alone.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Services of this application alone.</summary>
    public Action<IServiceCollection> Own { get; init; } = _ => { };

    public async Task InitializeAsync()
    {
        factory = new Factory(await PostgresServer.CreateDatabase(), Clock, Settings, Own);
        factory.UseKestrel(0);
        factory.StartServer();
    }

    public async Task DisposeAsync()
    {
        if (factory is not null) await factory.DisposeAsync();
    }

    public void Dispose() => factory?.Dispose();

    public override HttpClient NewClient() => factory!.CreateClient();

    /// <summary>A client with the key of this line's collector. Each call issues a new key.</summary>
    public async Task<HttpClient> Device(string gin, int line)
    {
        var issued = await Services.GetRequiredService<IGrainFactory>()
            .DeviceKey(new(GinCode.Parse(gin, null), line))
            .Issue(new("platform", Role.Platform, ""));
        return WithDeviceKey(issued.Value.Key!);
    }

    private sealed class Factory(
        string database, TimeProvider clock, IEnumerable<KeyValuePair<string, string?>> settings, Action<IServiceCollection> own)
        : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (name, value) in Standard(database).Concat(settings)) builder.UseSetting(name, value);
            builder.ConfigureServices(services => services.AddSingleton(clock));
            builder.ConfigureServices(own);
        }

        private static Dictionary<string, string?> Standard(string database) => new()
        {
            ["ConnectionStrings:Suyuan"] = database,
            ["DataFolder"] = PostgresServer.Folder,
            ["PersonalData:CurrentKey"] = "1",
            ["PersonalData:Keys:1"] = RandomKey(),
            ["PersonalData:HashKey"] = RandomKey(),
            ["Bootstrap:PlatformPassword"] = PlatformPassword,
            ["Accounts:PasswordIterations"] = "1000",
            ["RateLimits:SignIn:PerMinute"] = "1000000",
            ["RateLimits:Registration:PerMinute"] = "1000000",
            ["RateLimits:LookUp:PerMinute"] = "1000000",
            ["RateLimits:Upload:PerMinute"] = "1000000",
            ["Logging:LogLevel:Default"] = "Warning",
        };

        private static string RandomKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    }
}

/// <summary>Tests that share one application: it starts once a run.</summary>
[CollectionDefinition(Name)]
public sealed class AppCollection : ICollectionFixture<SuyuanApp>
{
    public const string Name = "app";
}
