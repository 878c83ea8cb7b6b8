using Suyuan.Silo.Storage;

namespace Suyuan.Attachments;

/// <summary>
/// Lets go files that nobody refers to, every hour, on one node at a time. Configured as Attachments:UnusedHours. What is condemned
/// has an hour to be saved by a record that was just being written.
/// </summary>
internal sealed partial class AttachmentSweeper(
    AttachmentStore store, IConfiguration configuration, TimeProvider clock, ILogger<AttachmentSweeper> logger) : BackgroundService
{
    private const int StandardUnusedHours = 24;
    private static readonly TimeSpan Round = TimeSpan.FromHours(1);

    /// <summary>How many contents went.</summary>
    public Task<int> Sweep(CancellationToken cancellationToken) => store.Sweep(
        clock.GetUtcNow(),
        TimeSpan.FromHours(configuration.GetValue("Attachments:UnusedHours", StandardUnusedHours)),
        Round,
        cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await SweepOnce(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }
    }

    private async Task SweepOnce(CancellationToken stopping)
    {
        try
        {
            var gone = await Sweep(stopping);
            if (gone > 0) LogGone(gone);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} attachments that nobody referred to are gone")]
    private partial void LogGone(int count);

    [LoggerMessage(LogLevel.Warning, "Unused attachments were not looked for")]
    private partial void LogFailed(Exception failure);
}
