using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Suyuan.Silo.Storage;

/// <summary>Keeps the answers to the rows of an uploaded collection file as long as its job is kept.</summary>
public sealed class CollectionReports(NpgsqlDataSource database)
{
    public async Task Begin(Guid upload, string gin, int line, int number, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("insert into collection_uploads values ($1, $2, $3, $4)");
        foreach (var value in new object[] { upload, gin, line, number }) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task Add(Guid upload, IReadOnlyCollection<CollectionReportLine> lines, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var writer = await connection.BeginBinaryImportAsync(
            "copy collection_report from stdin (format binary)", cancellationToken);
        foreach (var line in lines)
        {
            await writer.StartRowAsync(cancellationToken);
            await writer.WriteAsync(upload, NpgsqlDbType.Uuid, cancellationToken);
            await writer.WriteAsync(line.Row, NpgsqlDbType.Integer, cancellationToken);
            await WriteOrNull(writer, line.Sequence, NpgsqlDbType.Bigint, cancellationToken);
            await writer.WriteAsync(line.Kind, NpgsqlDbType.Text, cancellationToken);
            await writer.WriteAsync(line.Subject, NpgsqlDbType.Text, cancellationToken);
            await WriteOrNull(writer, Json(line.Answer), NpgsqlDbType.Jsonb, cancellationToken);
            await WriteOrNull(writer, Json(line.Refusal), NpgsqlDbType.Jsonb, cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static Task WriteOrNull(NpgsqlBinaryImporter writer, object? value, NpgsqlDbType type, CancellationToken cancellationToken) =>
        value is null ? writer.WriteNullAsync(cancellationToken) : writer.WriteAsync(value, type, cancellationToken);

    private static string? Json(object? value) => value is null ? null : JsonSerializer.Serialize(value, StateSerializer.Options);
}
