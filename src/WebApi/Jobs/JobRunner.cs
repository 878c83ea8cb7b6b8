using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Suyuan.Common;
using Suyuan.Silo.Storage;

namespace Suyuan.Jobs;

/// <summary>
/// Starts long work: the file is set aside, a job is begun or the one of the same file found, and the answer is that job. So many
/// may work and so many wait, beyond that a client is told to come again. Configured as Jobs:Workers and Jobs:Waiting.
/// </summary>
internal sealed class JobRunner(JobLedger ledger, JobQueries queries, IConfiguration configuration, TimeProvider time) : IDisposable
{
    private const int RetryAfterSeconds = 30;
    private const int StandardWorkers = 2;
    private const int StandardWaiting = 16;

    private readonly Channel<PreparedJob> waiting = Channel.CreateUnbounded<PreparedJob>();
    private readonly ConcurrentDictionary<Guid, JobOrder> known = new();
    private readonly SemaphoreSlim places =
        new(configuration.GetValue("Jobs:Workers", StandardWorkers) + configuration.GetValue("Jobs:Waiting", StandardWaiting));

    public int Workers => configuration.GetValue("Jobs:Workers", StandardWorkers);

    /// <summary>Jobs that begin, wait or run here.</summary>
    public Guid[] Known => [.. known.Keys];

    public ChannelReader<PreparedJob> Waiting => waiting.Reader;

    public async Task<Result<JobRecord>> Start<TReport>(
        JobOrder order,
        IFormFile file,
        Func<JobContext, CancellationToken, Task<Result<TReport>>> work,
        CancellationToken cancellationToken)
        where TReport : class
    {
        if (!places.Wait(0, CancellationToken.None)) return JobRefusals.QueueFull(RetryAfterSeconds);
        var id = Guid.CreateVersion7(time.GetUtcNow());
        known[id] = order;
        SpooledFile? spooled = null;
        var queued = false;
        try
        {
            spooled = await SpooledFile.Of(file, cancellationToken);
            var content = new JobContent(order.By.Account, order.Kind, HashOf(order, spooled), spooled.Name);
            var begun = await ledger.Begin(id, content, CancellationToken.None);
            queued = begun == id && waiting.Writer.TryWrite(PreparedJob.Of(id, new(id, order, spooled, ledger), work));
            return (await queries.Find(begun))!;
        }
        finally
        {
            if (!queued) Leave(id, spooled);
        }
    }

    /// <summary>The job has ended, or never began: its place and its file are given back.</summary>
    public void Leave(Guid id, SpooledFile? file)
    {
        file?.Dispose();
        known.TryRemove(id, out _);
        places.Release();
    }

    /// <summary>No job is taken on any more.</summary>
    public void Close() => waiting.Writer.TryComplete();

    public void Dispose() => places.Dispose();

    private static byte[] HashOf(JobOrder order, SpooledFile file) =>
        SHA256.HashData([.. file.Sha256, .. Encoding.UTF8.GetBytes(order.Route)]);
}
