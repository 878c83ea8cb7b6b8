using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Embedded;
using Orleans.Storage;
using Suyuan.Accounts;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Forms;
using Suyuan.Silo.Hosting;
using Suyuan.Silo.Storage;

namespace Suyuan.Silo.Engines;

/// <summary>The engine of src/Orleans.Embedded: one active node, group-committed storage, streams in memory.</summary>
public static class EmbeddedEngine
{
    public static IHostApplicationBuilder AddSuyuanNode(this IHostApplicationBuilder builder)
    {
        builder.Services.AddNodeStorage();
        builder.Services.AddAccounts();
        builder.Services.AddForms();
        builder.Services.AddBatches();
        builder.Services.AddSingleton(provider => WriterOptions(provider.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton<GrainStateWriter>();
        builder.Services.AddKeyedSingleton<IGrainStorage, PostgresGrainStorage>(EmbeddedOrleansExtensions.DefaultStorage);
        builder.Services.AddEmbeddedOrleans(null, typeof(IFacts).Assembly);
        builder.Services.AddEmbeddedStreams(LiveStreams.Name);
        return builder;
    }

    private static GrainStateWriterOptions WriterOptions(IConfiguration configuration)
    {
        if (configuration["Storage:Lanes"] is not { Length: > 0 } lanes) return new();
        return int.TryParse(lanes, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 16
            ? new() { Lanes = count }
            : throw new NodeStartException($"Storage:Lanes is '{lanes}'; it must be a number from 1 to 16.");
    }
}
