using Npgsql;
using NpgsqlTypes;

namespace Suyuan.Silo.Storage;

/// <summary>One decision on its way to the database, and the caller who waits for it.</summary>
internal sealed class PendingWrite(string kind, string key, int? expectedVersion, ReadOnlyMemory<byte> payload)
{
    private readonly string kind = kind;
    private readonly string key = key;
    private readonly int? expectedVersion = expectedVersion;
    private readonly ReadOnlyMemory<byte> payload = payload;

    private const string Sql = "select write_grain_state($1, $2, $3, $4)";

    private const string SqlOfMany = """
        select write_grain_state(write.kind, write.key, write.version, write.payload)
        from unnest($1, $2, $3, $4) as write (kind, key, version, payload)
        """;

    private readonly TaskCompletionSource<int?> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private NpgsqlBatchCommand? command;

    /// <summary>The new version, or null on a conflict.</summary>
    public Task<int?> Outcome => outcome.Task;

    public void Stored(int? version) => outcome.TrySetResult(version);

    public void Failed(Exception failure) => outcome.TrySetException(failure);

    public bool IsBehind(PostgresException failure) => command is not null && ReferenceEquals(failure.BatchCommand, command);

    public NpgsqlBatchCommand ToCommand() => command = new(Sql)
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = kind, NpgsqlDbType = NpgsqlDbType.Text },
            new NpgsqlParameter<string> { TypedValue = key, NpgsqlDbType = NpgsqlDbType.Text },
            new NpgsqlParameter { Value = (object?)expectedVersion ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer },
            new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = payload, NpgsqlDbType = NpgsqlDbType.Jsonb },
        },
    };

    /// <summary>All of them in one statement, which answers in their order.</summary>
    public static NpgsqlCommand ToCommand(List<PendingWrite> writes, NpgsqlConnection connection) => new(SqlOfMany, connection)
    {
        Parameters =
        {
            Array(writes, write => write.kind, NpgsqlDbType.Text),
            Array(writes, write => write.key, NpgsqlDbType.Text),
            Array(writes, write => write.expectedVersion, NpgsqlDbType.Integer),
            Array(writes, write => write.payload, NpgsqlDbType.Jsonb),
        },
    };

    private static NpgsqlParameter<T[]> Array<T>(List<PendingWrite> writes, Func<PendingWrite, T> member, NpgsqlDbType type) =>
        new() { TypedValue = [.. writes.Select(member)], NpgsqlDbType = NpgsqlDbType.Array | type };
}
