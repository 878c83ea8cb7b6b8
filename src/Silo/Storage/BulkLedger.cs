using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace Suyuan.Silo.Storage;

/// <summary>
/// Facts that come by the file and are nobody's decision. One file is one transaction, its rows streamed by COPY, so that whatever is
/// cut short has left nothing behind. The ledger's SQL file gives begin_{ledger}_import(sha256), which makes the table
/// {ledger}_staging and answers the report of the same file's earlier import if there was one, and finish_{ledger}_import(header).
/// </summary>
public sealed partial class BulkLedger(NpgsqlDataSource database)
{
    /// <summary>
    /// The rows are read once, unless the file was here before; then `conclude` says what becomes of the import. When it does not stay,
    /// nothing of it has happened and the report says what would have been; without a conclusion there is no report either.
    /// </summary>
    public async Task<TReport?> Import<TReport>(
        BulkImport import, IAsyncEnumerable<object?[]> rows, Func<BulkConclusion?> conclude, CancellationToken cancellationToken)
        where TReport : class
    {
        if (!LedgerName().IsMatch(import.Ledger))
            throw new ArgumentException($"'{import.Ledger}' is not the name of a ledger.", nameof(import));

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await Call<TReport>(connection, $"select begin_{import.Ledger}_import($1)", import.Sha256, cancellationToken) is { } earlier)
            return earlier;

        await Copy(connection, $"copy {import.Ledger}_staging from stdin (format binary)", rows, cancellationToken);
        if (conclude() is not { } conclusion) return null;
        var header = new Dictionary<string, string>(import.Facts) { ["sha256"] = Convert.ToHexStringLower(import.Sha256) };
        foreach (var (name, value) in conclusion.Facts) header[name] = value;
        var json = JsonSerializer.Serialize(header, StateSerializer.Options);
        var document = new NpgsqlParameter { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb };
        var report = await Call<TReport>(connection, $"select finish_{import.Ledger}_import($1)", document, cancellationToken);
        if (conclusion.Keep) await transaction.CommitAsync(cancellationToken);
        return report;
    }

    private static async Task Copy(
        NpgsqlConnection connection, string copy, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var writer = await connection.BeginBinaryImportAsync(copy, cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken)) await writer.WriteRowAsync(cancellationToken, row);
        await writer.CompleteAsync(cancellationToken);
    }

    private static async Task<T?> Call<T>(NpgsqlConnection connection, string sql, object argument, CancellationToken cancellationToken)
    {
        // A long file takes its time; the caller's patience is the token.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.Add(argument as NpgsqlParameter ?? new() { Value = argument });
        return await command.ExecuteScalarAsync(cancellationToken) is string document
            ? JsonSerializer.Deserialize<T>(document, StateSerializer.Options)
            : default;
    }

    [GeneratedRegex("^[a-z_]+$")]
    private static partial Regex LedgerName();
}
