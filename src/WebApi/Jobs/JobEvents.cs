using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Suyuan.Common;

namespace Suyuan.Jobs;

/// <summary>
/// A job as it goes on: an event whenever something changed, and a last one. The ledger is asked, since the job may run on another
/// node than the one that a client listens to.
/// </summary>
internal sealed class JobEvents(JobQueries queries, Reasons reasons, IHostApplicationLifetime lifetime)
{
    private const string Progress = "progress";
    private const string Ended = "ended";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    // Proxies close what has been silent for long, and a job may wait for long.
    private const int PausesUntilRepeated = 50;

    public async IAsyncEnumerable<SseItem<JobAnswer>> Follow(
        JobRecord first, int seen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var job = first;
        for (var silent = 0; ; silent++)
        {
            if (job.Version > seen || job.EndedAt is not null || silent == PausesUntilRepeated)
            {
                yield return Event(job);
                (seen, silent) = (job.Version, 0);
            }

            if (job.EndedAt is not null || !await Paused(ending.Token)) yield break;
            if (await queries.Find(job.Id) is not { } next) yield break;
            job = next;
        }
    }

    private SseItem<JobAnswer> Event(JobRecord job) =>
        new(JobAnswer.Of(job, reasons), job.EndedAt is null ? Progress : Ended)
        {
            EventId = job.Version.ToString(CultureInfo.InvariantCulture),
        };

    private static async Task<bool> Paused(CancellationToken ending)
    {
        try
        {
            await Task.Delay(Pause, ending);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
