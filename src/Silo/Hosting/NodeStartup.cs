using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Suyuan.Common;
using Suyuan.Forms;
using Suyuan.IdentityCodes;

namespace Suyuan.Silo.Hosting;

/// <summary>
/// Has the database running with its schema, and the keys at hand, before the engine and the web server start: the host makes
/// this, and with it what it asks for, before it starts anything.
/// </summary>
internal sealed partial class NodeStartup(
    NodeDatabase database, IPersonalData personalData, FormCatalogue forms, CodeLayouts codes, ILogger<NodeStartup> logger)
    : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        // The first hash also proves the keys usable; a node that cannot find its growers must not start.
        _ = personalData.Hash("");
        LogForms(forms.All.Length);
        LogCodeLayout(codes.Default.Name);
        LogReady(database.IsPrivate ? "private" : "configured", database.DataFolder);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "Storage is ready: {Database} PostgreSQL, data folder {DataFolder}")]
    private partial void LogReady(string database, string dataFolder);

    [LoggerMessage(LogLevel.Information, "{Count} forms are ready")]
    private partial void LogForms(int count);

    [LoggerMessage(LogLevel.Information, "Identity codes are given out in the layout {Layout}")]
    private partial void LogCodeLayout(string layout);
}
