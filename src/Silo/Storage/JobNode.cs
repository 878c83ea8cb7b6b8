using Npgsql;

namespace Suyuan.Silo.Storage;

/// <summary>
/// This start of this node among all that run jobs: a number, and an advisory lock under it that the server drops when the node's
/// session ends, however the node ended.
/// </summary>
public sealed class JobNode(NpgsqlDataSource database) : IAsyncDisposable
{
    // The server itself asks after a machine that fell silent; otherwise it would wait for hours.
    private const string NoticeSilence = "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";

    private NpgsqlConnection? session;
    private bool held;

    public int Number { get; private set; }

    /// <summary>Takes the number once and the lock whenever it is not held: at the start, and after the database was away.</summary>
    public async Task Hold(CancellationToken cancellationToken)
    {
        try
        {
            if (session is not null) await Ask("select 1", cancellationToken);
            session ??= await Open(cancellationToken);
            if (Number == 0) Number = (int)await Ask("select nextval('job_nodes')::int", cancellationToken);
            // Not waited for: what still holds it can only be an earlier session of this same node.
            if (!held) held = (bool)await Ask($"select pg_try_advisory_lock(job_node_lock(), {Number})", cancellationToken);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>Gives the lock back, which a session that goes back to the pool would keep until somebody else needs it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (session is null) return;
        try
        {
            if (held) await Ask("select pg_advisory_unlock_all()::text", CancellationToken.None);
        }
        catch (Exception gone) when (gone is NpgsqlException or ObjectDisposedException or InvalidOperationException)
        {
            // The session has ended, and its lock with it.
        }

        held = false;
        await session.DisposeAsync();
        session = null;
    }

    private async Task<NpgsqlConnection> Open(CancellationToken cancellationToken)
    {
        var opened = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(NoticeSilence, opened);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return opened;
    }

    private async Task<object> Ask(string question, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(question, session);
        return (await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
