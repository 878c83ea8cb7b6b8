using System.Threading.Channels;
using Npgsql;

namespace Suyuan.Silo.Storage;

/// <summary>
/// Commits many grains' decisions together. While one batch commits, the next gathers, so the batches grow with the load and a lone
/// write waits for nobody.
/// </summary>
internal sealed class GrainStateWriter : IAsyncDisposable
{
    private readonly Channel<PendingWrite> waiting;
    private readonly Task[] lanes;

    public GrainStateWriter(NpgsqlDataSource database, GrainStateWriterOptions options)
    {
        waiting = Channel.CreateBounded<PendingWrite>(options.Capacity);
        lanes = [.. Enumerable.Range(0, options.Lanes).Select(_ => new WriteLane(database, options.MaxBatch).Run(waiting.Reader))];
    }

    /// <summary>Stores one decision: the new version, or null when somebody else wrote meanwhile.</summary>
    /// <exception cref="PostgresException">This write broke a constraint; nothing of it is stored.</exception>
    /// <exception cref="NpgsqlException">The database went away; whether it was stored is not known.</exception>
    public async Task<int?> Write(string kind, string key, int? expectedVersion, ReadOnlyMemory<byte> payload)
    {
        var write = new PendingWrite(kind, key, expectedVersion, payload);
        await waiting.Writer.WriteAsync(write);
        return await write.Outcome;
    }

    /// <summary>Takes no more, and waits until everything taken is stored or failed.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await Task.WhenAll(lanes);
    }
}
