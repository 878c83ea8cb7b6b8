using Npgsql;
using NpgsqlTypes;

namespace Suyuan.Lookup;

/// <summary>Stored counts of look-ups, read and written many codes at a time.</summary>
internal sealed class ScanStore(NpgsqlDataSource database)
{
    /// <summary>This start of this node among all that count.</summary>
    public string Node { get; } = Guid.NewGuid().ToString("n");

    /// <summary>False where more are stored than that.</summary>
    public async Task<bool> ReadAll(long most, Action<CodeValue, Scan> take, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select code, scans, first_at from code_scans limit $1 + 1");
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = most });
        return await Read(command, take, cancellationToken) <= most;
    }

    public async Task Read(IEnumerable<CodeValue> codes, Action<CodeValue, Scan> take, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select code, scans, first_at from code_scans where code = any ($1)");
        command.Parameters.Add(new() { Value = codes.Select(code => code.ToString()).ToArray() });
        await Read(command, take, cancellationToken);
    }

    /// <summary>
    /// Adds them to what is stored, once however often the same writing comes, and tells what is stored now of codes that were looked up
    /// more than once.
    /// </summary>
    public async Task Write(
        long writing, IReadOnlyList<PendingScan> scans, Action<CodeValue, Scan> take, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select code, scans, first_at from add_scans($1, $2, $3, $4, $5, $6)");
        command.Parameters.Add(new() { Value = Node });
        command.Parameters.Add(new() { Value = writing });
        command.Parameters.Add(new() { Value = scans.Select(scan => scan.Code.ToString()).ToArray() });
        command.Parameters.Add(new() { Value = scans.Select(scan => scan.Scans).ToArray() });
        command.Parameters.Add(Times(scans.Select(scan => scan.FirstAt)));
        command.Parameters.Add(Times(scans.Select(scan => scan.LastAt)));
        await Read(command, take, cancellationToken);
    }

    private static NpgsqlParameter Times(IEnumerable<DateTimeOffset> times) =>
        new() { Value = times.Select(time => time.UtcDateTime).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz };

    private static async Task<long> Read(NpgsqlCommand command, Action<CodeValue, Scan> take, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var read = 0L;
        for (; await reader.ReadAsync(cancellationToken); read++)
            if (CodeValue.TryParse(reader.GetString(0), out var code))
                take(code, new(reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2)));
        return read;
    }
}
