using System.Text.Json;
using Npgsql;
using Suyuan.Common;

namespace Suyuan.Lookup;

/// <summary>
/// Keeps what look-ups answer from as current as the database: reads all ranges at the start, then what was touched, as soon as a
/// notification wakes it and at least every half second. What was touched stands in a table, so nothing depends on hearing every
/// notification.
/// </summary>
internal sealed partial class LookupRefresh(
    NpgsqlDataSource database, CodeDirectory directory, PreparedViews views, TimeProvider clock, ILogger<LookupRefresh> logger)
    : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(50); // the table keeps an hour
    private static readonly TimeSpan Tidying = TimeSpan.FromMinutes(10);
    private const int PatienceSeconds = 3;

    private readonly CodeRangeReader reader = new(directory.Register);
    private HashSet<Touch> seen = [];
    private string? horizon;
    private long heardAt;
    private long tidiedAt;

    /// <summary>How often everything was read; tests look at it.</summary>
    public int TimesFilled { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogLost(failure);
                await Task.Delay(Again, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Listen(CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        var woken = false;
        connection.Notification += (_, _) => woken = true;
        await Do(connection, "listen lookup", stopping);
        try
        {
            // Whatever was said while nobody listened is in the table, unless that was too long ago.
            views.DropAll();
            if (horizon is null || clock.GetElapsedTime(heardAt) > Kept) await Fill(connection, stopping);
            while (true)
            {
                woken = false;
                await CatchUp(connection, stopping);
                if (!woken) await connection.WaitAsync(Round, stopping);
            }
        }
        finally
        {
            // What goes back to the pool must hear nothing any more.
            if (connection.FullState == System.Data.ConnectionState.Open) await Do(connection, "unlisten *", CancellationToken.None);
        }
    }

    private async Task Fill(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var since = clock.GetTimestamp();
        var begun = await Touched(connection, "0", cancellationToken);
        var bound = await reader.ReadBound(connection, null, [], cancellationToken);
        directory.Put(CodeIndex.Of(bound, await reader.ReadAllocated(connection, null, cancellationToken)));
        (horizon, seen) = (begun.Horizon, [.. begun.Items]);
        TimesFilled++;
        LogFilled(directory.Index.Ranges, clock.GetElapsedTime(since).TotalMilliseconds);
    }

    private async Task CatchUp(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var at = clock.GetTimestamp();
        var touched = await Touched(connection, horizon!, cancellationToken);
        foreach (var ofOne in touched.Items.Where(touch => !seen.Contains(touch)).GroupBy(touch => touch.Enterprise))
            await Refresh(connection, ofOne.Key, [.. ofOne.Select(touch => touch.Batch).Distinct()], cancellationToken);
        // What is above the horizon comes again, since something below may still be under way.
        (horizon, seen) = (touched.Horizon, [.. touched.Items]);
        heardAt = at;
        directory.Checked(at);
        if (clock.GetElapsedTime(tidiedAt) < Tidying) return;
        tidiedAt = at;
        await Do(connection, "select forget_lookup_touches()", cancellationToken);
    }

    private async Task Refresh(NpgsqlConnection connection, string enterprise, string[] batches, CancellationToken cancellationToken)
    {
        var register = directory.Register;
        HashSet<int> named = [.. batches.Where(batch => batch.Length > 0).Select(batch => register.NumberOf(enterprise, batch))];
        var next = directory.Index;
        if (named.Count > 0) next = next.With(named, await reader.ReadBound(connection, enterprise, batches, cancellationToken));
        if (batches.Contains(""))
        {
            // Whoever changes a range names its batch, so of everything of an enterprise only what it was given is read anew.
            var given = await reader.ReadAllocated(connection, enterprise, cancellationToken);
            next = next.WithAllocated(new HashSet<int> { register.NumberOf(enterprise, "") }, given);
            named.UnionWith(register.BatchesOf(enterprise));
        }

        directory.Put(next);
        // After that: views that are being made now, from what was, are not kept either.
        foreach (var batch in named) views.Drop(batch);
    }

    private static async Task<Touches> Touched(NpgsqlConnection connection, string since, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select lookup_touched($1)", connection) { CommandTimeout = PatienceSeconds };
        command.AddText(since);
        var answer = (string)(await command.ExecuteScalarAsync(cancellationToken))!;
        return JsonSerializer.Deserialize<Touches>(answer, SuyuanJson.Options)!;
    }

    private static async Task Do(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = PatienceSeconds };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "{Ranges} ranges of codes read in {Milliseconds:0} ms")]
    private partial void LogFilled(int ranges, double milliseconds);

    [LoggerMessage(LogLevel.Warning, "The connection that tells of changes for look-ups is lost; it is opened anew")]
    private partial void LogLost(Exception failure);
}
