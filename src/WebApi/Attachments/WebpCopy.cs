using System.Buffers.Binary;
using System.Text;

namespace Suyuan.Attachments;

/// <summary>A WebP as the public gets it: every chunk but the notes of cameras and editors, of which its head tells no more.</summary>
internal static class WebpCopy
{
    private const int ContainerHead = 12;
    private const int ChunkHead = 8;
    private const byte NotesFlags = 0x08 | 0x04;

    public static IEnumerable<FilePiece>? Of(FileScan file)
    {
        file.At = ContainerHead;
        var chunks = new List<FilePiece>();
        while (!file.AtEnd)
        {
            var start = file.At;
            var kind = Encoding.Latin1.GetString(file.Take(4));
            if (file.Int32LittleEndian() is not { } length || !file.Skip(length + (length & 1L))) return null;
            var end = file.At;
            if (kind is "EXIF" or "XMP ") continue;
            if (kind == "VP8X" && length > 0)
            {
                file.At = start + ChunkHead;
                var flags = file.Byte()!.Value;
                chunks.AddRange(FilePiece.OfFile(start, ChunkHead), FilePiece.Instead([(byte)(flags & ~NotesFlags)]));
                start += ChunkHead + 1;
                file.At = end;
            }

            chunks.Add(FilePiece.OfFile(start, end - start));
        }

        // Without notes the head stays as it was, and with it the file.
        var bytes = ContainerHead + chunks.Sum(chunk => chunk.Length);
        return bytes == file.Length ? [FilePiece.OfFile(0, file.Length)] : [Head(bytes), .. chunks];
    }

    private static FilePiece Head(long bytes)
    {
        byte[] head = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8];
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), (uint)(bytes - ChunkHead));
        return FilePiece.Instead(head);
    }
}
