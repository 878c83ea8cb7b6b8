using System.Buffers.Binary;

namespace Suyuan.Attachments;

/// <summary>The one thing in a camera's notes (EXIF, in the form of a TIFF) that its picture cannot do without: which way is up.</summary>
internal static class TiffOrientation
{
    private const int Tag = 0x0112;
    private const int EntryLength = 12;
    private const int MostEntries = 1_000;

    /// <summary>2 to 8; null where the picture stands as it is, or nothing is said that makes sense.</summary>
    public static int? In(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return null;
        var little = tiff.StartsWith("II"u8);
        var directory = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2) return null;
        var entries = tiff[(int)directory..];
        var count = Math.Min(Int16(entries, little), MostEntries);
        for (var at = 2; at + EntryLength <= entries.Length && at < 2 + count * EntryLength; at += EntryLength)
        {
            if (Int16(entries[at..], little) == Tag) return Int16(entries[(at + 8)..], little) is var way and >= 2 and <= 8 ? way : null;
        }

        return null;
    }

    /// <summary>A TIFF that says this and no more.</summary>
    public static byte[] Alone(int orientation) =>
    [
        .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, Tag >> 8, Tag & 0xFF, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static int Int16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
