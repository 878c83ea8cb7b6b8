using Microsoft.Extensions.Hosting;

namespace Orleans.Embedded;

/// <summary>Sweeps while the host runs and stops the grains when it stops.</summary>
internal sealed class EngineLifetime(Catalog catalog) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // The sweeper goes last, because calls that wait while the grains stop may still come to be late.
        await catalog.Stop(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(catalog.Options.CollectionQuantum);
        while (!stoppingToken.IsCancellationRequested)
        {
            await ((Task)timer.WaitForNextTickAsync(stoppingToken).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            catalog.Sweep();
        }
    }
}
