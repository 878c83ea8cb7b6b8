using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>A label as a picture of black and white dots, ten of them a module: the QR code, and the digits under it.</summary>
internal static class CodePng
{
    private const int DotsOfModule = 10;
    private const int TextModules = 4;
    private const byte DifferenceToRowAbove = 2;
    private static readonly byte[] Mark = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Make(CodeLabel label)
    {
        var modules = label.Qr();
        var text = new BitRows(modules.Length * DotsOfModule, TextModules * DotsOfModule);
        DigitDots.Write(text, label.Code.Value, 0);

        using var file = new MemoryStream();
        file.Write(Mark);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, text.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), text.Width + text.Height);
        // One bit a dot, grey: 0 is black.
        header[8] = 1;
        Chunk(file, "IHDR", header);
        Chunk(file, "IDAT", Pack(modules, text));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Pack(bool[][] modules, BitRows text)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            // A row of modules is ten times the same row of dots: the same as the one above, to nine of which nothing but that is said.
            var same = new byte[1 + text.Row(0).Length];
            same[0] = DifferenceToRowAbove;
            foreach (var row in modules)
            {
                var dots = new BitRows(text.Width, 1);
                for (var column = 0; column < row.Length; column++)
                    if (row[column]) dots.Fill(column * DotsOfModule, 0, DotsOfModule, 1);
                zlib.Write(Line(dots.Row(0)));
                for (var time = 1; time < DotsOfModule; time++) zlib.Write(same);
            }

            for (var row = 0; row < text.Height; row++) zlib.Write(Line(text.Row(row)));
        }

        return packed.ToArray();
    }

    /// <summary>A row behind the number of its filter, which is none.</summary>
    private static byte[] Line(ReadOnlySpan<byte> dots)
    {
        var line = new byte[1 + dots.Length];
        for (var at = 0; at < dots.Length; at++) line[1 + at] = (byte)~dots[at];
        return line;
    }

    private static void Chunk(MemoryStream file, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Append(0, named));
        file.Write(number);
    }
}
