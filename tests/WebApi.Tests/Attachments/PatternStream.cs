namespace Suyuan.Attachments.Tests;

/// <summary>A head and then a pattern, of any length, without holding any of it; may wait on the way.</summary>
internal sealed class PatternStream(byte[] head, long length) : Stream
{
    private readonly TaskCompletionSource paused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource resumed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long position;

    public long? PausesAt { get; init; }

    public Task Paused => paused.Task;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => length;

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public void Continue() => resumed.SetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= PausesAt)
        {
            paused.TrySetResult();
            await resumed.Task.WaitAsync(cancellationToken);
        }

        return Read(buffer.Span);
    }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - position);
        for (var i = 0; i < count; i++, position++)
            buffer[i] = position < head.Length ? head[position] : (byte)(position * 31 >> 4);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
