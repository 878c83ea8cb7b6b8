using System.Buffers.Binary;
using System.Text;

namespace Suyuan.Attachments.Tests;

/// <summary>Small files of each type, well-formed as far as anybody looks, each different from the one before.</summary>
internal static class SampleFile
{
    private static int made = Random.Shared.Next();

    public static byte[] Jpeg(params byte[] scan) =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, .. Int16(18), .. "JFIF\0"u8, 1, 1, 0, .. Int32(Salt()), 0, 0, 0, 0,
        0xFF, 0xC0, .. Int16(11), 8, 0, 16, 0, 16, 1, 1, 0x11, 0,
        0xFF, 0xDA, .. Int16(8), 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, .. scan, 0xFF, 0xD9,
    ];

    public static byte[] Png(byte[]? data = null, byte[]? comment = null) =>
    [
        .. PngFormat.Signature, .. Chunk("IHDR", [.. Int32(16), .. Int32(16), 8, 2, 0, 0, 0]), .. Chunk("tEXt", comment ?? Int32(Salt())),
        .. Chunk("IDAT", data ?? Int32(Salt())), .. Chunk("IEND", []),
    ];

    public static byte[] Webp(string kind = "VP8 ")
    {
        byte[] chunks = [.. Encoding.Latin1.GetBytes(kind), .. LittleEndian(5), .. Int32(Salt()), 9, 0];
        return [.. "RIFF"u8, .. LittleEndian(4 + chunks.Length), .. "WEBP"u8, .. chunks];
    }

    public static byte[] Pdf(string body = "") => Encoding.Latin1.GetBytes(
        $"%PDF-1.7\n%{Salt()}\n1 0 obj\n<< /Type /Catalog >>\nendobj\n{body}\nxref\n0 1\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n");

    public static byte[] Mp4(string brand = "isom", long dataLength = 64)
    {
        var file = new byte[Mp4Head(brand, dataLength).Length + dataLength];
        Mp4Head(brand, dataLength).CopyTo(file, 0);
        return file;
    }

    /// <summary>All but the data of the last box.</summary>
    public static byte[] Mp4Head(string brand, long dataLength) =>
    [
        .. Box("ftyp", [.. Encoding.Latin1.GetBytes(brand), 0, 0, 2, 0, .. "isommp42"u8]), .. Box("free", Int32(Salt())),
        .. Box("moov", Box("mvhd", new byte[100])), .. Int32((int)(8 + dataLength)), .. "mdat"u8,
    ];

    public static byte[] Zip() => [.. "PK\x3\x4"u8, 20, 0, 0, 0, .. "PK\x5\x6"u8, .. new byte[18]];

    private static byte[] Chunk(string type, byte[] data) => [.. Int32(data.Length), .. Encoding.Latin1.GetBytes(type), .. data, 0, 0, 0, 0];

    private static byte[] Box(string type, byte[] data) => [.. Int32(8 + data.Length), .. Encoding.Latin1.GetBytes(type), .. data];

    private static byte[] Int16(ushort value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Int32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] LittleEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static int Salt() => Interlocked.Increment(ref made) & 0x7FFFFFFF;
}
