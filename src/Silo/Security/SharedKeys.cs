using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Suyuan.Silo.Security;

public static class SharedKeys
{
    /// <summary>Keeps the keys of cookies and tokens in the database, where every node finds them.</summary>
    public static IServiceCollection AddSharedKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Suyuan");
        services.AddOptions<KeyManagementOptions>().Configure<NpgsqlDataSource>(
            (options, database) => options.XmlRepository = new PostgresKeyRepository(database));
        return services;
    }
}
