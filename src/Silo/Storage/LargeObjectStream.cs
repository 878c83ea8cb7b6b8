using System.Buffers;
using System.Data;
using Npgsql;

namespace Suyuan.Silo.Storage;

/// <summary>
/// A large object as a stream that can be read from anywhere. Each piece is a statement of its own, so that a slow reader holds
/// neither a connection nor a transaction.
/// </summary>
internal sealed class LargeObjectStream(NpgsqlDataSource database, uint largeObject, long length) : Stream
{
    private const int Piece = 256 * 1024;

    private byte[]? buffer;
    private long start;
    private int held;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken = default)
    {
        if (Position >= length || destination.Length == 0) return 0;
        if (Position < start || Position >= start + held) await Fill(cancellationToken);
        var from = (int)(Position - start);
        var count = Math.Min(destination.Length, held - from);
        buffer.AsMemory(from, count).CopyTo(destination);
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] destination, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(destination.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] destination, int offset, int count) => Read(destination.AsSpan(offset, count));

    /// <summary>For whoever goes through a file byte by byte, as its format has it; whoever gives it out does not wait here.</summary>
    public override int Read(Span<byte> destination)
    {
        if (Position >= length || destination.Length == 0) return 0;
        if (Position < start || Position >= start + held) Fill();
        var from = (int)(Position - start);
        var count = Math.Min(destination.Length, held - from);
        buffer.AsSpan(from, count).CopyTo(destination);
        Position += count;
        return count;
    }

    public override int ReadByte()
    {
        if (Position >= length) return -1;
        if (Position < start || Position >= start + held) Fill();
        return buffer![(int)(Position++ - start)];
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] source, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (buffer is not null) ArrayPool<byte>.Shared.Return(buffer);
        (buffer, held) = (null, 0);
        base.Dispose(disposing);
    }

    private async Task Fill(CancellationToken cancellationToken)
    {
        var wanted = Begin();
        await using var command = Get(wanted);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        await reader.ReadAsync(cancellationToken);
        await using var piece = await reader.GetStreamAsync(0, cancellationToken);
        held = await piece.ReadAtLeastAsync(buffer.AsMemory(0, wanted), wanted, throwOnEndOfStream: true, cancellationToken);
    }

    private void Fill()
    {
        var wanted = Begin();
        using var command = Get(wanted);
        using var reader = command.ExecuteReader(CommandBehavior.SequentialAccess);
        reader.Read();
        using var piece = reader.GetStream(0);
        held = piece.ReadAtLeast(buffer.AsSpan(0, wanted), wanted, throwOnEndOfStream: true);
    }

    /// <summary>Makes room for the piece at the position; how long it is.</summary>
    private int Begin()
    {
        buffer ??= ArrayPool<byte>.Shared.Rent(Piece);
        (start, held) = (Position, 0);
        return (int)Math.Min(Piece, length - Position);
    }

    private NpgsqlCommand Get(int wanted)
    {
        var command = database.CreateCommand("select lo_get($1, $2, $3)");
        command.Parameters.Add(new() { Value = largeObject, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Oid });
        command.Parameters.Add(new() { Value = start });
        command.Parameters.Add(new() { Value = wanted });
        return command;
    }
}
