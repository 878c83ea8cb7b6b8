using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Storage;
using Suyuan.Accounts;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Forms;
using Suyuan.Silo.Hosting;
using Suyuan.Silo.Storage;

namespace Suyuan.Silo.Engines;

/// <summary>
/// Genuine Orleans: a cluster of silos over the same database, tables and SQL functions. Its own configuration section, Orleans
/// (ClusterId, ServiceId, Endpoints:AdvertisedIPAddress, :SiloPort, :GatewayPort), is bound by UseOrleans.
/// </summary>
public static class OrleansEngine
{
    private const string Invariant = "Npgsql";
    private const string DefaultName = "suyuan";

    // Who listens to which live feed; lost with its silo, after which a listener subscribes again.
    private const string Subscriptions = "PubSubStore";

    public static IHostApplicationBuilder AddSuyuanNode(this IHostApplicationBuilder builder)
    {
        // Before the silo, so that the database is open when the silo is made.
        builder.Services.AddNodeStorage();
        builder.Services.AddAccounts();
        builder.Services.AddForms();
        builder.Services.AddBatches();
        return builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(options =>
            {
                options.ClusterId = Named(silo.Configuration, nameof(ClusterOptions.ClusterId));
                options.ServiceId = Named(silo.Configuration, nameof(ClusterOptions.ServiceId));
            });
            silo.UseAdoNetClustering(options => options.Configure<NpgsqlDataSource>((clustering, database) =>
            {
                clustering.Invariant = Invariant;
                clustering.DataSource = database;
            }));
            silo.AddAdoNetGrainStorageAsDefault(options => options.Configure<NpgsqlDataSource>((storage, database) =>
            {
                storage.Invariant = Invariant;
                storage.DataSource = database;
                storage.GrainStorageSerializer = new EnvelopeSerializer();
            }));
            silo.AddMemoryGrainStorage(Subscriptions);
            silo.AddMemoryStreams(LiveStreams.Name);
        });
    }

    private static string Named(IConfiguration configuration, string option) =>
        configuration[$"Orleans:{option}"] is { Length: > 0 } name ? name : DefaultName;

    /// <summary>What write_grain_state and read_grain_state speak.</summary>
    private sealed class EnvelopeSerializer : IGrainStorageSerializer
    {
        public BinaryData Serialize<T>(T? input) => new(StateSerializer.Wrap(input));

        public T? Deserialize<T>(BinaryData input) => StateSerializer.Unwrap<T>(input.ToMemory().Span);
    }
}
