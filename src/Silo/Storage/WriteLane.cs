using System.Threading.Channels;
using Npgsql;

namespace Suyuan.Silo.Storage;

/// <summary>One connection that commits batch after batch, and gets itself a new one when it is lost.</summary>
internal sealed class WriteLane(NpgsqlDataSource database, int maxBatch)
{
    // Each statement refused costs its batch another round trip; past these the rest is written one by one.
    private const int MaxRefusals = 4;
    private const int MaxAttempts = 5;

    private NpgsqlConnection? connection;

    public async Task Run(ChannelReader<PendingWrite> waiting)
    {
        // Off the caller's scheduler: this loop outlives whoever made the writer.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var batch = new List<PendingWrite>(maxBatch);
        while (await waiting.WaitToReadAsync())
        {
            while (batch.Count < maxBatch && waiting.TryRead(out var write)) batch.Add(write);
            await Store(batch);
            batch.Clear();
        }

        await Disconnect();
    }

    private async Task Store(List<PendingWrite> batch)
    {
        if (await Commit(batch, ExecuteAsOne) is null) return;

        // Something was refused, and nothing of the batch is stored. One statement for each write tells whose it was.
        for (var refusals = 0; batch.Count > 0 && refusals < MaxRefusals; refusals++)
        {
            var failure = await Commit(batch, Execute);
            if (failure is null) return;
            var culprit = batch.FindIndex(write => write.IsBehind(failure));
            if (culprit < 0 || StorageOutage.IsContention(failure)) break;
            // The one that broke a rule hears of it, and its neighbours try again without it.
            batch[culprit].Failed(failure);
            batch.RemoveAt(culprit);
        }

        foreach (var write in batch) await StoreAlone(write);
    }

    private async Task StoreAlone(PendingWrite write)
    {
        for (var attempt = 1; ; attempt++)
        {
            var failure = await Commit([write], Execute);
            if (failure is null) return;
            if (attempt < MaxAttempts && StorageOutage.IsContention(failure)) continue;
            write.Failed(failure);
            return;
        }
    }

    /// <summary>Null when every write of the batch has its outcome; otherwise why the database refused the whole of it.</summary>
    private async Task<PostgresException?> Commit(List<PendingWrite> batch, Func<List<PendingWrite>, Task<int?[]>> execute)
    {
        try
        {
            var versions = await execute(batch);
            for (var i = 0; i < batch.Count; i++) batch[i].Stored(versions[i]);
            return null;
        }
        catch (PostgresException refused) when (!StorageOutage.Is(refused))
        {
            return refused;
        }
#pragma warning disable CA1031 // Whatever it is, every caller must hear of it and the lane must go on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            foreach (var write in batch)
                write.Failed(new NpgsqlException("The database went away; whether this was stored is not known.", failure));
            await Disconnect();
            return null;
        }
    }

    private async Task<int?[]> ExecuteAsOne(List<PendingWrite> batch)
    {
        connection ??= await database.OpenConnectionAsync();
        await using var command = PendingWrite.ToCommand(batch, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var versions = new int?[batch.Count];
        for (var i = 0; i < versions.Length; i++)
        {
            await reader.ReadAsync();
            versions[i] = await reader.IsDBNullAsync(0) ? null : reader.GetInt32(0);
        }

        // Past the last row the server reports the commit; an error there fails the whole batch.
        await reader.NextResultAsync();
        return versions;
    }

    private async Task<int?[]> Execute(List<PendingWrite> batch)
    {
        connection ??= await database.OpenConnectionAsync();
        await using var commands = new NpgsqlBatch(connection);
        foreach (var write in batch) commands.BatchCommands.Add(write.ToCommand());

        var versions = new int?[batch.Count];
        await using var reader = await commands.ExecuteReaderAsync();
        for (var i = 0; i < versions.Length; i++)
        {
            await reader.ReadAsync();
            versions[i] = await reader.IsDBNullAsync(0) ? null : reader.GetInt32(0);
            // Past the last result the server reports the commit; an error there fails the whole batch.
            await reader.NextResultAsync();
        }

        return versions;
    }

    private async Task Disconnect()
    {
        if (connection is null) return;
        await connection.DisposeAsync();
        connection = null;
    }
}
