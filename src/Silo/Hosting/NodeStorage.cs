using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Suyuan.Common;
using Suyuan.Forms;
using Suyuan.IdentityCodes;
using Suyuan.Silo.Security;
using Suyuan.Silo.Storage;

namespace Suyuan.Silo.Hosting;

/// <summary>What a node needs whichever engine runs its grains.</summary>
internal static class NodeStorage
{
    public static IServiceCollection AddNodeStorage(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        // Opened by whoever needs it first, since only then the configuration is complete; the container closes it last.
        services.AddSingleton(Open);
        services.AddSingleton(provider => provider.GetRequiredService<NodeDatabase>().Source);
        services.AddSingleton<HistoryVerifier>();
        services.AddSingleton<BulkLedger>();
        services.AddSingleton<AttachmentStore>();
        services.AddSingleton<ReadingStore>();
        services.AddSingleton<JobNode>();
        services.AddSingleton<JobLedger>();
        services.AddSingleton<CollectionReports>();
        services.AddSingleton<IFacts, PostgresFacts>();
        services.AddSingleton(provider =>
            PersonalDataKeys.Load(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<NodeDatabase>()));
        services.AddSingleton<IPersonalData, PersonalData>();
        services.AddSingleton(provider => ReadForms(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton(provider => ReadCodeLayouts(provider.GetRequiredService<IConfiguration>()));
        services.AddHostedService<NodeStartup>();
        services.AddHealthChecks().AddCheck<StorageHealth>("storage");
        return services;
    }

    private static NodeDatabase Open(IServiceProvider provider)
    {
        var logger = provider.GetRequiredService<ILogger<NodeDatabase>>();
        // A container makes its services in a blocking way, and before the host has started there is nobody else to block.
        return NodeDatabase.Open(provider.GetRequiredService<IConfiguration>(), logger, CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>`Forms:Folder` names a folder of further forms and newer versions of forms (*.form.json).</summary>
    private static FormCatalogue ReadForms(IConfiguration configuration)
    {
        try
        {
            return FormCatalogue.Load(configuration["Forms:Folder"]);
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new NodeStartException(unreadable.Message, unreadable);
        }
    }

    /// <summary>`IdentityCodes:Layouts:{name}` is a layout such as `district:6 enterprise:4 product:3 unit:6 check`.</summary>
    private static CodeLayouts ReadCodeLayouts(IConfiguration configuration)
    {
        var section = configuration.GetSection("IdentityCodes");
        try
        {
            return new(
                section.GetSection("Layouts").GetChildren().Select(layout => KeyValuePair.Create(layout.Key, layout.Value ?? "")),
                section["DefaultLayout"]);
        }
        catch (FormatException unreadable)
        {
            throw new NodeStartException(unreadable.Message, unreadable);
        }
    }
}
