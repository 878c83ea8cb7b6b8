using Suyuan.Seasons;
using Suyuan.Silo.Storage;

namespace Suyuan.Sensors;

/// <summary>
/// Makes room for the readings of the months to come, and lets those go whose time is over (Sensors:MonthsKept), every hour, on one node
/// at a time.
/// </summary>
internal sealed partial class ReadingKeeper(
    ReadingStore store, ReadingIntake intake, TimeProvider clock, ILogger<ReadingKeeper> logger) : BackgroundService
{
    private const int MonthsAhead = 2;
    private static readonly TimeSpan Round = TimeSpan.FromHours(1);

    /// <summary>What went.</summary>
    public Task<string[]> Keep(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return store.KeepMonths(
            ChinaTime.DateOf(now), MonthsAhead, ChinaTime.DateOf(ReadingRules.OldestKept(now, intake.MonthsKept)), cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round);
        try
        {
            do await KeepOnce(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }
    }

    private async Task KeepOnce(CancellationToken stopping)
    {
        try
        {
            foreach (var month in await Keep(stopping)) LogGone(month);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(LogLevel.Information, "Readings are kept no longer: {Partition} is gone")]
    private partial void LogGone(string partition);

    [LoggerMessage(LogLevel.Warning, "The months of sensor readings were not looked after; the next round tries again")]
    private partial void LogFailed(Exception failure);
}
