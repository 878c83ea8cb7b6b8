using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Suyuan.Samples.Enterprises;

/// <summary>A picture that stands for a photograph: a sky over a field, in colours that follow from what it shows.</summary>
internal static class SamplePicture
{
    private const int Width = 640;
    private const int Height = 400;

    public static byte[] Png(string subject)
    {
        var hue = subject.Aggregate(17u, (sum, letter) => unchecked(sum * 31 + letter));
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9]) = (8, 2); // eight bits of red, green and blue
        Chunk(file, "IHDR", header);
        Chunk(file, "IDAT", Pixels(hue));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Pixels(uint hue)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var row = new byte[1 + Width * 3];
            for (var y = 0; y < Height; y++)
            {
                for (var x = 0; x < Width; x++) Colour(hue, x, y).CopyTo(row, 1 + x * 3);
                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Colour(uint hue, int x, int y)
    {
        var horizon = Height / 2 + (int)(20 * Math.Sin((x + hue % 600) / 90.0));
        if (y < horizon) return [(byte)(150 + y / 4), (byte)(190 + y / 6), 235];
        var stripe = ((x + (y - horizon) * (x - Width / 2) / 200) / 24 & 1) * 18;
        return [(byte)(70 + hue % 60 + stripe), (byte)(120 + hue / 7 % 50 + stripe), (byte)(50 + hue / 11 % 40)];
    }

    private static void Chunk(MemoryStream file, string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(named));
        file.Write(number);
    }
}
