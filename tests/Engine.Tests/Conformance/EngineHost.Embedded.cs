using Microsoft.Extensions.Hosting;
using Orleans.Embedded;

namespace Suyuan.Engine.Tests.Conformance;

public sealed partial class EngineHost
{
    static partial void AddEngine(HostApplicationBuilder builder, EngineLimits limits)
    {
        builder.Services.AddEmbeddedOrleans(
            options =>
            {
                options.ResponseTimeout = limits.ResponseTimeout;
                options.CollectionAge = limits.CollectionAge;
                options.CollectionQuantum = limits.CollectionQuantum;
                options.MailboxLimit = limits.MailboxLimit;
            },
            typeof(EngineHost).Assembly);
        builder.Services.AddEmbeddedStreams(StreamsName);
    }
}
