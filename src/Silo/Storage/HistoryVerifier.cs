using Npgsql;
using NpgsqlTypes;

namespace Suyuan.Silo.Storage;

/// <summary>Walks the hash chains of everything ever stored.</summary>
public sealed class HistoryVerifier(NpgsqlDataSource database)
{
    /// <summary>The first broken link by kind, key and version, or null when every chain holds.</summary>
    public async Task<BrokenLink?> FirstBroken(string? kind, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            "select kind, key, version, problem from verify_history($1) order by kind, key, version limit 1", connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = (object?)kind ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(reader.GetString(0), reader.GetString(1), reader.GetInt32(2), reader.GetString(3))
            : null;
    }
}
