using Npgsql;
using Suyuan.Silo.Hosting;

namespace Suyuan.Silo.Schema;

/// <summary>Brings a database to the schema of this node: forward only, all or nothing, one node at a time.</summary>
internal sealed class SchemaRunner(NpgsqlDataSource database, IReadOnlyList<SchemaFile> files)
{
    private const long Lock = 0x5359_5343_4845_4D41;

    private const string Ledger = """
        create table if not exists schema_files (
            number     int         primary key,
            name       text        not null,
            checksum   text        not null,
            applied_at timestamptz not null default now()
        )
        """;

    public SchemaRunner(NpgsqlDataSource database) : this(database, SchemaFile.Embedded())
    {
    }

    public async Task Apply(CancellationToken cancellationToken)
    {
        if (files.GroupBy(file => file.Number).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new NodeStartException($"Schema files {string.Join(" and ", twice.Select(file => file.Name))} share a number.");

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await Execute(connection, $"select pg_advisory_xact_lock({Lock})", cancellationToken);
        await Execute(connection, Ledger, cancellationToken);

        var applied = await Applied(connection, cancellationToken);
        RefuseForeign(applied);
        foreach (var file in files.Where(file => !applied.ContainsKey(file.Number)))
            await Apply(connection, file, cancellationToken);

        await transaction.CommitAsync(cancellationToken);
        // Types made by the files (enums, domains) are unknown to connections opened before them.
        await connection.ReloadTypesAsync(cancellationToken);
    }

    private void RefuseForeign(Dictionary<int, (string Name, string Checksum)> applied)
    {
        var known = files.ToDictionary(file => file.Number);
        foreach (var (number, (name, checksum)) in applied)
        {
            if (!known.TryGetValue(number, out var file))
                throw new NodeStartException(
                    $"The database is newer than this node: it has schema file {name}, which this node does not know. Start a newer node.");
            if (file.Checksum != checksum)
                throw new NodeStartException(
                    $"Schema file {file.Name} was changed after it was applied to this database. Restore it and add a new file instead.");
        }

        var last = applied.Keys.DefaultIfEmpty().Max();
        if (files.FirstOrDefault(file => file.Number < last && !applied.ContainsKey(file.Number)) is { } late)
            throw new NodeStartException(
                $"Schema file {late.Name} comes before number {last:0000}, which this database already has. Give it a higher number.");
    }

    private static async Task Apply(NpgsqlConnection connection, SchemaFile file, CancellationToken cancellationToken)
    {
        try
        {
            await Execute(connection, file.Sql, cancellationToken);
        }
        catch (PostgresException failure)
        {
            throw new NodeStartException(
                $"Schema file {file.Name} failed: {failure.MessageText} (near character {failure.Position}).", failure);
        }

        await using var record = new NpgsqlCommand("insert into schema_files (number, name, checksum) values ($1, $2, $3)", connection)
        {
            Parameters = { new() { Value = file.Number }, new() { Value = file.Name }, new() { Value = file.Checksum } },
        };
        await record.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<Dictionary<int, (string, string)>> Applied(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var applied = new Dictionary<int, (string, string)>();
        await using var command = new NpgsqlCommand("select number, name, checksum from schema_files", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            applied.Add(reader.GetInt32(0), (reader.GetString(1), reader.GetString(2)));
        return applied;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        // Schema work may wait for another node's, and an index over a full season takes its time.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
