using System.Diagnostics;
using Suyuan.Common;
using Suyuan.Silo.Storage;

namespace Suyuan.Jobs;

/// <summary>
/// What a work is given: its file, and where it tells how far it is and what is wrong. Errors are kept only until the next
/// progress, so a work tells its progress row by row; that costs nothing but a few writes a second.
/// </summary>
internal sealed class JobContext(Guid id, JobOrder order, SpooledFile file, JobLedger ledger)
{
    private const int ErrorsAtOnce = 1_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly Lock gate = new();
    private readonly List<JobError> unwritten = [];
    private long written;
    private long lastTold;

    public Guid Id => id;

    public JobOrder Order => order;

    public SpooledFile File => file;

    public long Errors { get; private set; }

    public JobProgress Told { get; private set; } = new(0, null, 0);

    public void Error(int row, string column, Refusal refusal)
    {
        lock (gate)
        {
            var arguments = refusal.Arguments.ToDictionary(argument => argument.Name, argument => argument.Value);
            unwritten.Add(new(++Errors, row, column, refusal.Code, arguments));
        }
    }

    /// <summary>How many rows are done, and of how many where that is known.</summary>
    public ValueTask Progress(long done, long? total, CancellationToken cancellationToken)
    {
        Told = new(done, total, Errors);
        var due = lastTold == 0 || Stopwatch.GetElapsedTime(lastTold) >= Pause || Errors - written >= ErrorsAtOnce;
        return due ? new(Write(cancellationToken)) : ValueTask.CompletedTask;
    }

    /// <summary>Writes what is still only here.</summary>
    public async Task Write(CancellationToken cancellationToken)
    {
        List<JobError> errors;
        lock (gate) errors = [.. unwritten];
        if (errors.Count > 0) await ledger.Add(id, errors, cancellationToken);
        lock (gate) unwritten.RemoveRange(0, errors.Count);
        written += errors.Count;
        Told = Told with { Errors = written };
        await ledger.Progress(id, Told, cancellationToken);
        lastTold = Stopwatch.GetTimestamp();
    }
}
