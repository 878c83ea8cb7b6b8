using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Suyuan.IdentityCodes;

/// <summary>A label as a picture of black and white dots, ten of them a module: the QR code, and the digits under it.</summary>
internal static class CodePng
{
    private const int DotsOfModule = 10;
    private const int TextModules = 4;
    private static readonly byte[] Mark = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Make(CodeLabel label)
    {
        var modules = label.Qr();
        var (width, height) = (modules.Length * DotsOfModule, (modules.Length + TextModules) * DotsOfModule);
        var dots = new BitRows(width, height);
        for (var row = 0; row < modules.Length; row++)
            for (var column = 0; column < modules.Length; column++)
                if (modules[row][column]) dots.Fill(column * DotsOfModule, row * DotsOfModule, DotsOfModule, DotsOfModule);

        DigitDots.Write(dots, label.Code.Value, modules.Length * DotsOfModule);
        return Encode(dots);
    }

    private static byte[] Encode(BitRows dots)
    {
        using var file = new MemoryStream();
        file.Write(Mark);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, dots.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), dots.Height);
        // One bit a dot, grey: 0 is black.
        header[8] = 1;
        Chunk(file, "IHDR", header);

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var row = 0; row < dots.Height; row++)
            {
                zlib.WriteByte(0);
                foreach (var eight in dots.Row(row)) zlib.WriteByte((byte)~eight);
            }
        }

        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        file.Write(number);
    }

    /// <summary>CRC-32 as PNG wants it.</summary>
    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var one in data)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
