using Orleans.Runtime;
using Suyuan.Common;
using Suyuan.Silo.Storage;

namespace Suyuan.Jobs;

/// <summary>A few workers that do one job after the other, and the look after jobs that lost their node.</summary>
internal sealed partial class JobWorkers(
    JobRunner runner, JobLedger ledger, JobNode node, IConfiguration configuration, ILogger<JobWorkers> logger) : BackgroundService
{
    private const int StandardDaysKept = 90;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    private TimeSpan Kept => TimeSpan.FromDays(configuration.GetValue("Jobs:DaysKept", StandardDaysKept));

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await node.Hold(cancellationToken);
        await ledger.Tidy(runner.Known, Kept, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, runner.Workers).Select(_ => Work(stoppingToken)).Append(LookAfter(stoppingToken)));

    private async Task Work(CancellationToken stopping)
    {
        await using var closing = stopping.Register(runner.Close);
        // What still waits when the node stops is taken too, and ends as interrupted at once.
        await foreach (var job in runner.Waiting.ReadAllAsync(CancellationToken.None))
        {
            var end = await Do(job, stopping);
            await Tell(job, end, stopping);
            runner.Leave(job.Id, job.Context.File);
        }
    }

    private async Task<JobEnd> Do(PreparedJob job, CancellationToken stopping)
    {
        // The histories of what the work stores name who ordered it.
        RequestContext.Set("actor", job.Context.Order.By.Account);
        try
        {
            await ledger.Start(job.Id, stopping);
            return await job.Work(stopping);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return EndOf(job, failure, stopping);
        }
    }

    private JobEnd EndOf(PreparedJob job, Exception failure, CancellationToken stopping)
    {
        if (stopping.IsCancellationRequested) return new(JobState.Interrupted.Stored());
        if (failure is TableException unreadable) return PreparedJob.Failed(unreadable.Refusal);
        LogFailed(failure, job.Context.Order.Kind, job.Id);
        return PreparedJob.Failed(Refusal.Unprocessable(
            FailureHandler.MeansTryAgain(failure) ? WebRefusals.UnavailableCode : WebRefusals.InternalErrorCode));
    }

    /// <summary>
    /// What a work did must be told, so while the database is away this waits; a node that stops meanwhile leaves it to others.
    /// </summary>
    private async Task Tell(PreparedJob job, JobEnd end, CancellationToken stopping)
    {
        for (var told = false; !told;)
        {
            try
            {
                await job.Context.Write(CancellationToken.None);
                await ledger.End(job.Id, job.Context.Told, end);
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                LogUntold(failure, job.Id);
                told = stopping.IsCancellationRequested || !StorageOutage.Is(failure);
                if (!told) await Task.Delay(Again, CancellationToken.None);
            }
        }
    }

    private async Task LookAfter(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Round);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping)) await LookOnce(stopping);
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }
    }

    private async Task LookOnce(CancellationToken stopping)
    {
        try
        {
            await node.Hold(stopping);
            await ledger.Tidy(runner.Known, Kept, stopping);
        }
        catch (Exception failure) when (StorageOutage.Is(failure))
        {
            LogAway(failure);
        }
    }

    [LoggerMessage(LogLevel.Error, "The {Kind} job {Job} failed")]
    private partial void LogFailed(Exception failure, string kind, Guid job);

    [LoggerMessage(LogLevel.Warning, "The end of job {Job} could not be written yet")]
    private partial void LogUntold(Exception failure, Guid job);

    [LoggerMessage(LogLevel.Warning, "Jobs were not looked after: storage is away")]
    private partial void LogAway(Exception failure);
}
