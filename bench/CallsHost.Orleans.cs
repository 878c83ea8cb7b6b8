using Microsoft.Extensions.Hosting;
using Orleans.Hosting;

namespace Suyuan.Bench;

internal static class CallsHost
{
    public static IHost Create()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleans(silo => silo.UseLocalhostClustering());
        return builder.Build();
    }
}
