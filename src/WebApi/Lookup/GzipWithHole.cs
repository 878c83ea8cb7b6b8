using System.Buffers.Binary;
using System.IO.Compression;

namespace Suyuan.Lookup;

/// <summary>
/// One gzip member: what is before the hole, flushed to a whole byte; the hole as a stored block; what is behind it, compressed by itself
/// so that it refers to nothing that changes. Members could also be strung together, but browsers read the first one alone.
/// </summary>
internal static class GzipWithHole
{
    private const int LongestStored = ushort.MaxValue;
    private static readonly byte[] Head = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];

    // A last block without content; the framework writes none where nothing was to be packed.
    private static readonly byte[] Nothing = [3, 0];

    public static Encoded? Make(ReadOnlySpan<byte> plain, int holeAt, int hole)
    {
        if (hole > LongestStored) return null;
        using var packed = new MemoryStream();
        packed.Write(Head);
        Deflate(packed, plain[..holeAt], last: false);
        Span<byte> stored = stackalloc byte[5];
        BinaryPrimitives.WriteUInt16LittleEndian(stored[1..], (ushort)hole);
        BinaryPrimitives.WriteUInt16LittleEndian(stored[3..], (ushort)~hole);
        packed.Write(stored);
        var at = (int)packed.Length;
        packed.Write(plain.Slice(holeAt, hole));
        Deflate(packed, plain[(holeAt + hole)..], last: true);
        Span<byte> end = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(end[4..], plain.Length);
        packed.Write(end); // the checksum is put in with the content
        return new(packed.ToArray(), at);
    }

    private static void Deflate(MemoryStream packed, ReadOnlySpan<byte> plain, bool last)
    {
        if (last && plain.IsEmpty)
        {
            packed.Write(Nothing);
            return;
        }

        using var part = new MemoryStream();
        using var deflate = new DeflateStream(part, CompressionLevel.SmallestSize, leaveOpen: true);
        deflate.Write(plain);
        if (last) deflate.Dispose();
        else deflate.Flush();
        packed.Write(part.GetBuffer().AsSpan(0, (int)part.Length));
    }
}
