using System.Text;

namespace Suyuan.Attachments;

/// <summary>
/// What other programs would find in a file that is well-formed as what it is: they look for their own signs at its beginning, at its
/// end, or, when it is served carelessly, anywhere.
/// </summary>
internal static class HiddenContent
{
    private const int HeadLength = 1024;
    private const int EndOfArchive = 22;
    private const int LongestArchiveComment = ushort.MaxValue;
    private const int Piece = 64 * 1024;
    private const int LongestMark = 16;

    private static readonly byte[][] MarksAtHead =
        Bytes("<html", "<head", "<body", "<svg", "<?php", "<script", "<iframe", "<!doctype", "<title");

    // Long enough that a picture's own data never looks so by chance.
    private static readonly byte[][] MarksAnywhere = Bytes("<script", "<iframe", "<!doctype", "<svg xmlns");

    public static bool Is(FileScan file, FileType type)
    {
        var head = file.Head(HeadLength);
        var pdf = type.MediaType == "application/pdf";
        if (HasMarks(head, MarksAtHead) || (!pdf && head.AsSpan().IndexOf("%PDF-"u8) >= 0)) return true;
        // A document may speak of pages, and an hour of film says anything by chance.
        return IsArchive(file) || (type.MediaType.StartsWith("image/", StringComparison.Ordinal) && HasMarks(file));
    }

    /// <summary>A ZIP is read from its end: a record whose comment reaches exactly to the end of the file.</summary>
    private static bool IsArchive(FileScan file)
    {
        var tail = file.Tail(EndOfArchive + LongestArchiveComment).AsSpan();
        for (var at = tail.Length - EndOfArchive; at >= 0; at--)
        {
            var record = tail[at..];
            if (record is [(byte)'P', (byte)'K', 5, 6, ..] && EndOfArchive + record[20] + (record[21] << 8) == record.Length) return true;
        }

        return false;
    }

    private static bool HasMarks(FileScan file)
    {
        for (file.At = 0; !file.AtEnd;)
        {
            if (HasMarks(file.Rest(Piece), MarksAnywhere)) return true;
            if (!file.AtEnd) file.At -= LongestMark;
        }

        return false;
    }

    private static bool HasMarks(ReadOnlySpan<byte> bytes, byte[][] marks)
    {
        for (int at; (at = bytes.IndexOf((byte)'<')) >= 0; bytes = bytes[(at + 1)..])
        {
            foreach (var mark in marks)
            {
                if (bytes.Length - at >= mark.Length && Ascii.EqualsIgnoreCase(bytes.Slice(at, mark.Length), mark)) return true;
            }
        }

        return false;
    }

    private static byte[][] Bytes(params string[] marks) => [.. marks.Select(Encoding.ASCII.GetBytes)];
}
