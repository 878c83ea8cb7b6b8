using System.Collections.Concurrent;
using Npgsql;
using Suyuan.Common;
using Suyuan.Seasons;

namespace Suyuan.Lookup;

/// <summary>
/// Views of batches as they were last asked for, up to so many bytes. However many ask at once, a view is read once; what is dropped
/// while it is being read serves those who asked before and is not kept.
/// </summary>
internal sealed class PreparedViews(
    IPublicViews source, NpgsqlDataSource database, CodeDirectory directory, IConfiguration configuration, TimeProvider clock)
{
    private const long StandardMiB = 128;
    private readonly long most = configuration.GetValue("Lookup:ViewsMiB", StandardMiB) * 1024 * 1024;
    private readonly ConcurrentDictionary<int, Lazy<Task<PreparedBatch?>>> kept = new();
    private readonly Lock making = new();
    private long bytes;

    public int Count => kept.Count;

    /// <summary>What is made, in bytes, about.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    public ValueTask<PreparedBatch?> Of(int batch)
    {
        var entry = kept.TryGetValue(batch, out var known) ? known : kept.GetOrAdd(batch, Reading);
        if (!entry.IsValueCreated || !entry.Value.IsCompletedSuccessfully) return new(Read(batch, entry));
        var view = entry.Value.Result;
        // Filings run out by the day, so a view holds for the day on which it was made.
        if (view is not null && view.View.MadeOn != ChinaTime.DateOf(clock.GetUtcNow())) return new(Again(batch, entry));
        view?.UsedAt = clock.GetTimestamp();
        return new(view);
    }

    public void Drop(int batch)
    {
        if (kept.TryRemove(batch, out var entry)) Forget(entry);
    }

    public void DropAll()
    {
        foreach (var batch in kept.Keys) Drop(batch);
    }

    private Lazy<Task<PreparedBatch?>> Reading(int batch) => new(() => Make(batch));

    private Task<PreparedBatch?> Again(int batch, Lazy<Task<PreparedBatch?>> old)
    {
        if (kept.TryRemove(new(batch, old))) Forget(old);
        var entry = kept.GetOrAdd(batch, Reading);
        return Read(batch, entry);
    }

    private async Task<PreparedBatch?> Read(int batch, Lazy<Task<PreparedBatch?>> entry)
    {
        try
        {
            var view = await entry.Value;
            view?.UsedAt = clock.GetTimestamp();
            // Dropped while it was read: it serves those who wait for it.
            if (!kept.TryGetValue(batch, out var now) || now != entry) Forget(entry);
            return view;
        }
        catch
        {
            // A failure is not kept.
            kept.TryRemove(new(batch, entry));
            throw;
        }
    }

    private async Task<PreparedBatch?> Make(int batch)
    {
        var key = directory.Register.Batch(batch);
        if (await source.Of(key.Enterprise, key.Batch) is not { } view) return null;
        await using var command = database.CreateCommand("select lookup_gtin($1, $2)");
        command.AddText(key.Enterprise, key.Batch);
        return new(view, await command.ExecuteScalarAsync() as string, Took);
    }

    private void Forget(Lazy<Task<PreparedBatch?>> entry)
    {
        if (entry is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: { } view } })
            Interlocked.Add(ref bytes, -view.Leave());
    }

    private void Took(long more)
    {
        if (Interlocked.Add(ref bytes, more) <= most || !making.TryEnter()) return;
        try
        {
            MakeRoom();
        }
        finally
        {
            making.Exit();
        }
    }

    /// <summary>Drops what was not asked for the longest, until a tenth is free, so that this happens seldom.</summary>
    private void MakeRoom()
    {
        var used = new List<(int Batch, long At, long Bytes)>();
        foreach (var (batch, entry) in kept)
            if (entry is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: { } view } })
                used.Add((batch, view.UsedAt, view.Bytes));
        var room = Bytes - (most * 9 / 10);
        foreach (var (batch, _, size) in used.OrderBy(view => view.At))
        {
            if (room <= 0) return;
            Drop(batch);
            room -= size;
        }
    }
}
