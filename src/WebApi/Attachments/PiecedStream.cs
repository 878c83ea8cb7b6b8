namespace Suyuan.Attachments;

/// <summary>A file read as its pieces, one behind the other, from anywhere.</summary>
internal sealed class PiecedStream : Stream
{
    private readonly Stream file;
    private readonly IReadOnlyList<FilePiece> pieces;
    private readonly long[] starts;

    public PiecedStream(Stream file, PublicCopy copy)
    {
        (this.file, pieces, Length, starts) = (file, copy.Pieces, copy.Bytes, new long[copy.Pieces.Length]);
        for (var at = 1; at < starts.Length; at++) starts[at] = starts[at - 1] + copy.Pieces[at - 1].Length;
    }

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length { get; }
    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken = default)
    {
        if (Position >= Length || destination.Length == 0) return 0;
        var found = Array.BinarySearch(starts, Position);
        var index = found >= 0 ? found : ~found - 1;
        var (piece, from) = (pieces[index], Position - starts[index]);
        var wanted = destination[..(int)Math.Min(destination.Length, piece.Length - from)];
        if (piece.At is { } at)
        {
            file.Position = at + from;
            var read = await file.ReadAsync(wanted, cancellationToken);
            Position += read;
            return read;
        }

        if (piece.Own is { } own) own.AsMemory((int)from, wanted.Length).CopyTo(wanted);
        else wanted.Span.Clear();
        Position += wanted.Length;
        return wanted.Length;
    }

    public override Task<int> ReadAsync(byte[] destination, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(destination.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] destination, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] source, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }
}
