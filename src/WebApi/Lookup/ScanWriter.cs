using Npgsql;
using Suyuan.Common;

namespace Suyuan.Lookup;

/// <summary>
/// Writes counts of look-ups within a second of being counted, many in one statement; and hears what other nodes counted. Under load it
/// writes little and often: a statement that keeps a core busy for long makes look-ups wait meanwhile. Holds a lock as long as it lives by
/// which other nodes know that somebody listens.
/// </summary>
internal sealed partial class ScanWriter(
    NpgsqlDataSource database, ScanStore store, ScanTable table, TimeProvider clock, ILogger<ScanWriter> logger) : BackgroundService
{
    private const int MostAtOnce = 20_000;
    private const int WorthWriting = 100;
    private const int TidyEvery = 1200;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(8);
    private static readonly TimeSpan LongestLast = TimeSpan.FromSeconds(5);

    private readonly Queue<List<PendingScan>> unwritten = new();
    private long writing = 1;
    private string? horizon;
    private int rounds;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Serve(stoppingToken);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                if (!stoppingToken.IsCancellationRequested) LogLost(failure);
                await Task.Delay(Round, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        // What was counted until the last answer is written too.
        using var patience = new CancellationTokenSource(LongestLast);
        await Write(patience.Token);
    }

    private async Task Serve(CancellationToken stopping)
    {
        await using var session = await database.OpenConnectionAsync(stopping);
        await Ask(session, "select pg_advisory_lock_shared(lookup_node_lock(), 1)::text", stopping);
        try
        {
            // Writings that did not know of this node end first; from then on it is told.
            await Ask(session, "select pg_advisory_lock(lookup_node_lock(), 0)::text", stopping);
            await Ask(session, "select pg_advisory_unlock(lookup_node_lock(), 0)::text", stopping);
            horizon = (string)await Ask(session, "select pg_snapshot_xmin(pg_current_snapshot())::text", stopping);
            // Where there are too many to know, the database is asked for each that is not held.
            table.Filled = await store.ReadAll(table.Most, (code, scan) => table.Put(code, scan), stopping);
            while (!stopping.IsCancellationRequested)
            {
                await Write(stopping);
                await Hear(session, stopping);
                if (++rounds % TidyEvery == 0) await Ask(session, "select forget_scan_news()::text", stopping);
                await WriteOften(stopping);
            }
        }
        finally
        {
            // Others may count meanwhile what this node is not told.
            table.Filled = false;
            if (session.FullState == System.Data.ConnectionState.Open)
                await Ask(session, "select pg_advisory_unlock_all()::text", CancellationToken.None);
        }
    }

    /// <summary>For a round: writes whenever enough came together.</summary>
    private async Task WriteOften(CancellationToken stopping)
    {
        var since = clock.GetTimestamp();
        while (clock.GetElapsedTime(since) < Round)
        {
            await Task.Delay(Tick, stopping);
            if (table.Changed >= WorthWriting) await Write(stopping);
        }
    }

    private async Task Write(CancellationToken cancellationToken)
    {
        foreach (var some in table.TakePending().Chunk(MostAtOnce)) unwritten.Enqueue([.. some]);
        while (unwritten.TryPeek(out var scans))
        {
            // A writing whose answer got lost comes again as it was, under its number.
            var answered = new Dictionary<CodeValue, Scan>();
            await store.Write(writing, scans, answered.Add, cancellationToken);
            foreach (var scan in scans) table.Put(scan.Code, answered.GetValueOrDefault(scan.Code, scan.ToScan()), scan.Scans);
            writing++;
            unwritten.Dequeue();
        }
    }

    private async Task Hear(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        var next = (string)await Ask(session, "select pg_snapshot_xmin(pg_current_snapshot())::text", cancellationToken);
        await using var command = new NpgsqlCommand("select codes, scans, firsts from scan_news_since($1, $2)", session);
        command.AddText(horizon, store.Node);
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var (codes, scans) = (reader.GetFieldValue<string[]>(0), reader.GetFieldValue<long[]>(1));
                var firsts = reader.GetFieldValue<DateTime[]>(2);
                for (var at = 0; at < codes.Length; at++)
                    if (CodeValue.TryParse(codes[at], out var code)) table.Put(code, new(scans[at], firsts[at]));
            }
        }

        // Taken before the read: what ended in between is read once more, and counts only grow.
        horizon = next;
    }

    private static async Task<object> Ask(NpgsqlConnection session, string question, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(question, session);
        return (await command.ExecuteScalarAsync(cancellationToken))!;
    }

    [LoggerMessage(LogLevel.Warning, "Counts of look-ups are not written for now; they are kept")]
    private partial void LogLost(Exception failure);
}
