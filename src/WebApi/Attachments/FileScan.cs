using System.Buffers.Binary;

namespace Suyuan.Attachments;

/// <summary>A file that lies at hand, read by whoever knows its format. Nothing read past its end is an exception: it is null.</summary>
internal sealed class FileScan(Stream file)
{
    private readonly byte[] small = new byte[16];

    public long Length { get; } = file.Length;

    public long At
    {
        get => file.Position;
        set => file.Position = Math.Min(value, Length);
    }

    public bool AtEnd => At >= Length;

    /// <summary>Goes on by so many bytes; false when the file has fewer.</summary>
    public bool Skip(long bytes)
    {
        if (bytes < 0 || bytes > Length - At) return false;
        if (bytes > 0) At += bytes;
        return true;
    }

    public int? Byte() => file.ReadByte() is var read and >= 0 ? read : null;

    public int? Int16() => Take(2) is { Length: 2 } bytes ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : null;

    public uint? Int32() => Take(4) is { Length: 4 } bytes ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : null;

    public uint? Int32LittleEndian() => Take(4) is { Length: 4 } bytes ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : null;

    public ulong? Int64() => Take(8) is { Length: 8 } bytes ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : null;

    /// <summary>The next bytes, at most 16; fewer at the end of the file. They are good until the next read.</summary>
    public ReadOnlySpan<byte> Take(int count) =>
        small.AsSpan(0, file.ReadAtLeast(small.AsSpan(0, count), count, throwOnEndOfStream: false));

    /// <summary>The file's last bytes.</summary>
    public byte[] Tail(int most)
    {
        At = Math.Max(0, Length - most);
        return Rest(most);
    }

    /// <summary>The file's first bytes.</summary>
    public byte[] Head(int most)
    {
        At = 0;
        return Rest(most);
    }

    /// <summary>As many bytes from here on.</summary>
    public byte[] Rest(int most)
    {
        var bytes = new byte[Math.Min(most, Length - At)];
        file.ReadExactly(bytes);
        return bytes;
    }
}
