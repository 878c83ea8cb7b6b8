using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Storage;
using Orleans.Streams;

namespace Suyuan.Engine.Tests.Conformance;

/// <summary>A host of the build's engine over a store in memory. The other half of this class exists once for each engine.</summary>
public sealed partial class EngineHost : IAsyncLifetime
{
    public const string StreamsName = "live";
    private readonly IHost _host;

    public EngineHost() : this(new EngineLimits())
    {
    }

    private EngineHost(EngineLimits limits)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton<Greeting>();
        builder.Services.AddKeyedSingleton<IGrainStorage>("Default", Store);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
        AddEngine(builder, limits);
        _host = builder.Build();
    }

    public RecordStore Store { get; } = new();

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public IStreamProvider Streams => _host.Services.GetRequiredKeyedService<IStreamProvider>(StreamsName);

    public CancellationToken Stopping => _host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

    public static async Task<EngineHost> Start(EngineLimits limits)
    {
        var host = new EngineHost(limits);
        await host.InitializeAsync();
        return host;
    }

    public IProbeGrain Probe(string key) => Grains.GetGrain<IProbeGrain>(key);

    public Task InitializeAsync() => _host.StartAsync();

    public Task Stop() => _host.StopAsync();

    public async Task DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    static partial void AddEngine(HostApplicationBuilder builder, EngineLimits limits);
}
