using System.IO.Compression;

namespace Suyuan.Lookup;

/// <summary>
/// One Brotli stream. It is packed with noise in the hole, to which nothing behind it can refer, and flushed before and behind; then the
/// hole's block is exchanged for an uncompressed one. Distances stay right since the hole's size does; how the next literal is coded
/// depends on the two bytes before it, so the hole ends in two blanks, always.
/// </summary>
internal static class BrotliWithHole
{
    private const int Quality = 9;
    private const int Window = 18;
    private const int LongestBlock = 1 << 16;
    private const string AlwaysLast = "  ";

    public static Encoded? Make(ReadOnlySpan<byte> plain, int holeAt, int hole)
    {
        if (hole is < 2 or > LongestBlock) return null;
        var noise = new byte[hole];
        new Random(hole).NextBytes(noise);
        noise.AsSpan(hole - AlwaysLast.Length).Fill((byte)' ');

        using var encoder = new BrotliEncoder(Quality, Window);
        var before = Pack(encoder, plain[..holeAt], last: false);
        Pack(encoder, noise, last: false);
        var behind = Pack(encoder, plain[(holeAt + hole)..], last: true);
        byte[] packed = [.. before, .. UncompressedHead(hole), .. plain.Slice(holeAt, hole), .. behind];
        var made = new Encoded(packed, before.Length + UncompressedHead(hole).Length);
        return Holds(made, plain, holeAt, hole) ? made : null;
    }

    /// <summary>Tried once with another content: nothing that cannot be unpacked is ever given out.</summary>
    private static bool Holds(Encoded made, ReadOnlySpan<byte> plain, int holeAt, int hole)
    {
        var (packed, expected) = (made.Bytes.ToArray(), plain.ToArray());
        packed.AsSpan(made.HoleAt, hole - AlwaysLast.Length).Fill((byte)'e');
        expected.AsSpan(holeAt, hole - AlwaysLast.Length).Fill((byte)'e');
        var unpacked = new byte[plain.Length + 1];
        return BrotliDecoder.TryDecompress(packed, unpacked, out var length) && unpacked.AsSpan(0, length).SequenceEqual(expected);
    }

    private static byte[] Pack(BrotliEncoder encoder, ReadOnlySpan<byte> plain, bool last)
    {
        var room = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length) + 64];
        encoder.Compress(plain, room, out _, out var packed, last);
        if (!last)
        {
            encoder.Flush(room.AsSpan(packed), out var flushed);
            packed += flushed;
        }

        return room[..packed];
    }

    // Not the last block (1 bit), its length in 4 nibbles (2 bits), the length less one (16 bits), uncompressed (1 bit), then whole bytes.
    private static byte[] UncompressedHead(int hole)
    {
        var head = ((hole - 1) << 3) | (1 << 19);
        return [(byte)head, (byte)(head >> 8), (byte)(head >> 16)];
    }
}
