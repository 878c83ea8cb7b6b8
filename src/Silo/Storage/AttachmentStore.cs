using System.Buffers;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Suyuan.Silo.Storage;

/// <summary>
/// Files as large objects of the database, each content once. A file is written in one transaction, which whoever sends it must not
/// hold open: the content is at hand before this is asked.
/// </summary>
public sealed class AttachmentStore(NpgsqlDataSource database)
{
    private const int Chunk = 512 * 1024;
    private const int SweptAtOnce = 100;

    /// <summary>All of it or nothing, whenever the node dies. A content that is there already is not read.</summary>
    public async Task<AttachmentOutcome> Keep(NewAttachment file, Stream content, long quota, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var known = await Ask<bool>(connection, "select begin_attachment($1)", cancellationToken, file.Sha256);
        object made = known ? DBNull.Value : await Write(connection, content, cancellationToken);
        var outcome = await Ask<string>(
            connection, "select hold_attachment($1::jsonb, $2::oid, $3)", cancellationToken,
            JsonSerializer.Serialize(file, StateSerializer.Options), made, quota);
        if (outcome == "over-quota") return AttachmentOutcome.OverQuota;
        await transaction.CommitAsync(cancellationToken);
        return outcome == "held" ? AttachmentOutcome.Held : AttachmentOutcome.Known;
    }

    /// <summary>The content, read piece by piece as it is asked for, from anywhere.</summary>
    public Stream Read(uint largeObject, long bytes) => new LargeObjectStream(database, largeObject, bytes);

    /// <summary>Lets go what nobody refers to: condemns what has been unused for `unused`, drops what was condemned `grace` ago.</summary>
    public async Task<int> Sweep(DateTimeOffset now, TimeSpan unused, TimeSpan grace, CancellationToken cancellationToken)
    {
        var swept = 0;
        for (var last = SweptAtOnce; last == SweptAtOnce; swept += last)
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            last = await Ask<int>(
                connection, "select sweep_attachments($1, $2, $3, $4)", cancellationToken, now - unused, now - grace, now, SweptAtOnce);
        }

        return swept;
    }

    private static async Task<uint> Write(NpgsqlConnection connection, Stream content, CancellationToken cancellationToken)
    {
        var made = await Ask<uint>(connection, "select lo_create(0)", cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            await using var put = new NpgsqlCommand("select lo_put($1, $2, $3)", connection);
            var at = new NpgsqlParameter<long>();
            var piece = new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bytea };
            put.Parameters.Add(new() { Value = made, NpgsqlDbType = NpgsqlDbType.Oid });
            put.Parameters.Add(at);
            put.Parameters.Add(piece);
            for (int read; (read = await content.ReadAtLeastAsync(buffer.AsMemory(0, Chunk), Chunk, false, cancellationToken)) > 0;)
            {
                piece.Value = new ReadOnlyMemory<byte>(buffer, 0, read);
                await put.ExecuteNonQueryAsync(cancellationToken);
                at.TypedValue += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return made;
    }

    private static async Task<T> Ask<T>(
        NpgsqlConnection connection, string question, CancellationToken cancellationToken, params object[] arguments)
    {
        await using var command = new NpgsqlCommand(question, connection);
        foreach (var argument in arguments)
        {
            var parameter = new NpgsqlParameter { Value = argument };
            if (argument is uint) parameter.NpgsqlDbType = NpgsqlDbType.Oid;
            if (argument is DateTimeOffset time) parameter.Value = time.ToUniversalTime();
            command.Parameters.Add(parameter);
        }

        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
