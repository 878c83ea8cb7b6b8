using Npgsql;
using NpgsqlTypes;

namespace Suyuan.Lookup;

/// <summary>Stored counts of look-ups, read and written many codes at a time.</summary>
internal sealed class ScanStore(NpgsqlDataSource database)
{
    /// <summary>This start of this node among all that count.</summary>
    public string Node { get; } = Guid.NewGuid().ToString("n");

    public async Task ReadAll(Action<CodeValue, Scan> take, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select code, scans, first_at from code_scans");
        command.CommandTimeout = 0;
        await Read(command, take, cancellationToken);
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

    private static async Task Read(NpgsqlCommand command, Action<CodeValue, Scan> take, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            if (CodeValue.TryParse(reader.GetString(0), out var code))
                take(code, new(reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2)));
    }
}
