using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Storage;

namespace Suyuan.Engine.Tests.Conformance;

public sealed partial class EngineHost
{
    static partial void AddEngine(HostApplicationBuilder builder, EngineLimits limits)
    {
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), FreePort());
            silo.AddMemoryStreams(StreamsName);
            silo.AddMemoryGrainStorage("PubSubStore");
            silo.Services.AddSingleton(services => services.GetRequiredKeyedService<IGrainStorage>("Default"));
            silo.Configure<GrainCollectionOptions>(options =>
            {
                options.CollectionAge = limits.CollectionAge;
                options.CollectionQuantum = limits.CollectionQuantum;
            });
            silo.Configure<SiloMessagingOptions>(options =>
            {
                options.ResponseTimeout = limits.ResponseTimeout;
                options.MaxEnqueuedRequestsHardLimit = limits.MailboxLimit;
            });
        });
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
