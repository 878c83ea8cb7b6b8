namespace Suyuan.Engine.Tests.Conformance;

/// <summary>A host of one test only.</summary>
public sealed class OwnHost(EngineHost host) : IAsyncDisposable
{
    public EngineHost Host => host;

    public static async Task<OwnHost> Start(EngineLimits limits) => new(await EngineHost.Start(limits));

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}
