using Npgsql;
using Suyuan.Silo.Storage;

namespace Suyuan.Engine.Tests.Storage;

public sealed class OutageTests(PostgresFixture postgres) : StorageTest(postgres)
{
    [Fact]
    public async Task Cut_connections_fail_the_waiting_writes_and_the_next_ones_succeed()
    {
        await Write("before", New("before"));
        // A write that waits inside the database, and others queued behind it.
        await using var blocker = await Database.OpenConnectionAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("insert into thing_names values ('held', 'held')", blocker);
        await hold.ExecuteNonQueryAsync();
        var waiting = Write("waits", New("held"));
        await Until(() => Ask<bool>("select exists (select from pg_locks where not granted)"));
        var behind = Enumerable.Range(0, 8).Select(i => Write($"behind{i}", New($"behind {i}"))).ToArray();

        await Execute("""
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
            """);

        var failure = await Assert.ThrowsAsync<NpgsqlException>(() => waiting);
        Assert.True(StorageOutage.Is(failure));
        await transaction.RollbackAsync();
        await Task.WhenAll(behind);
        await Write("after", New("after"));
        Assert.Equal("after", (await Read("after")).State.Name);
        Assert.False((await Read("waits")).RecordExists);
    }

    [Fact]
    public async Task Deadlocked_write_is_tried_again()
    {
        await using var other = await Database.OpenConnectionAsync();
        await using var transaction = await other.BeginTransactionAsync();
        async Task Other(string sql)
        {
            await using var command = new NpgsqlCommand(sql, other);
            await command.ExecuteNonQueryAsync();
        }

        // The other waits long enough before it looks for deadlocks that ours is the one to be given up.
        await Other("set deadlock_timeout = '1min'; insert into thing_names values ('taken', 'wanted')");
        await Execute("""
            create function slow_thing() returns trigger language plpgsql as $$
            begin
                if new.key = 'slow' then insert into thing_names values ('lock', 'lock'); end if;
                return new;
            end $$;
            create trigger slow before insert on grain_state_thing for each row execute function slow_thing();
            """);
        var ours = Write("slow", New("wanted"));
        await Until(() => Ask<bool>("select exists (select from pg_locks where not granted)"));

        await Other("insert into thing_names values ('lock2', 'lock')");
        await transaction.RollbackAsync();

        await ours;
        Assert.Equal("wanted", (await Read("slow")).State.Name);
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await condition()) await Task.Delay(20, deadline.Token);
    }
}
