using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Suyuan.Silo.Storage;

/// <summary>Writes what is known of jobs: their beginning, progress, errors and end. Which node they run on is the ledger's own.</summary>
public sealed class JobLedger(NpgsqlDataSource database, JobNode node)
{
    /// <summary>The job of this content: the one under way, or a new one under the given id.</summary>
    public async Task<Guid> Begin(Guid id, JobContent content, CancellationToken cancellationToken)
    {
        await using var command = Command(
            "select begin_job($1, $2, $3, $4, $5, $6)",
            id, content.Account, content.Kind, content.Hash, content.FileName, node.Number);
        return (Guid)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public Task Start(Guid id, CancellationToken cancellationToken) => Execute(
        Command("update jobs set state = 'running', started_at = clock_timestamp(), version = version + 1 where id = $1", id),
        cancellationToken);

    public Task Progress(Guid id, JobProgress progress, CancellationToken cancellationToken) => Execute(
        Command(
            "update jobs set done = $2, total = $3, errors = $4, version = version + 1 where id = $1 and ended_at is null",
            id, progress.Done, progress.Total, progress.Errors),
        cancellationToken);

    /// <summary>
    /// How it ended. This is the word of the node that did the work, and stands also where another node had given the job up.
    /// </summary>
    public Task End(Guid id, JobProgress progress, JobEnd end) => Execute(
        Command(
            """
            update jobs set state = $5, report = $6::jsonb, refusal = $7::jsonb, done = $2, errors = $4,
                total = case when $5 = 'done' and $3::bigint is not null then $2 else $3::bigint end,
                ended_at = clock_timestamp(), version = version + 1
            where id = $1
            """,
            id, progress.Done, progress.Total, progress.Errors, end.State, end.Report, end.Refusal),
        CancellationToken.None);

    public async Task Add(Guid id, IReadOnlyList<JobError> errors, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var writer = await connection.BeginBinaryImportAsync(
                "copy job_errors from stdin (format binary)", cancellationToken);
            foreach (var error in errors) await Write(writer, id, error, cancellationToken);
            await writer.CompleteAsync(cancellationToken);
        }
        catch (PostgresException known) when (known.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // An earlier try, whose answer was lost with the connection, wrote them.
        }
    }

    private static async Task Write(NpgsqlBinaryImporter writer, Guid id, JobError error, CancellationToken cancellationToken)
    {
        var arguments = JsonSerializer.Serialize(error.Arguments, StateSerializer.Options);
        await writer.StartRowAsync(cancellationToken);
        await writer.WriteAsync(id, NpgsqlDbType.Uuid, cancellationToken);
        await writer.WriteAsync(error.Number, NpgsqlDbType.Bigint, cancellationToken);
        await writer.WriteAsync(error.Row, NpgsqlDbType.Integer, cancellationToken);
        await writer.WriteAsync(error.Column, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(error.Code, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(arguments, NpgsqlDbType.Jsonb, cancellationToken);
    }

    /// <summary>
    /// Marks what nobody works on any more: jobs of nodes that are gone, and of this one those that it does not know, whose beginning
    /// it never heard of. And forgets what ended long ago.
    /// </summary>
    public async Task Tidy(Guid[] known, TimeSpan kept, CancellationToken cancellationToken)
    {
        await Execute(Command("select interrupt_orphaned_jobs($1, $2)", node.Number, known), cancellationToken);
        await Execute(Command("delete from jobs where ended_at < clock_timestamp() - $1", kept), cancellationToken);
    }

    private NpgsqlCommand Command(string sql, params ReadOnlySpan<object?> arguments)
    {
        var command = database.CreateCommand(sql);
        foreach (var argument in arguments) command.Parameters.Add(new() { Value = argument ?? DBNull.Value });
        return command;
    }

    private static async Task Execute(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var owned = command;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
