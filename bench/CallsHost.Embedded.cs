using Microsoft.Extensions.Hosting;
using Orleans.Embedded;

namespace Suyuan.Bench;

internal static class CallsHost
{
    public static IHost Create()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddEmbeddedOrleans(null, typeof(CallsHost).Assembly);
        return builder.Build();
    }
}
