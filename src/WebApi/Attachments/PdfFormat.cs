namespace Suyuan.Attachments;

/// <summary>PDF: a header with a version, and at the end the place of the cross-references and %%EOF.</summary>
internal static class PdfFormat
{
    private const int TailLength = 2048;

    public static bool Begins(ReadOnlySpan<byte> head) => head.StartsWith("%PDF-"u8);

    public static long? End(FileScan file)
    {
        if (file.Head(8) is not [_, _, _, _, _, (byte)'1' or (byte)'2', (byte)'.', >= (byte)'0' and <= (byte)'9']) return null;
        var tail = file.Tail(TailLength).AsSpan();
        var mark = tail.LastIndexOf("%%EOF"u8);
        if (mark < 0) return HasEnd(file) ? 0 : null;
        if (tail[..mark].LastIndexOf("startxref"u8) < 0) return null;
        var end = mark + "%%EOF"u8.Length;
        while (end < tail.Length && tail[end] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t' or 0) end++;
        return file.Length - tail.Length + end;
    }

    /// <summary>Whether it ends somewhere before: then what follows hides behind it, else it is cut short.</summary>
    private static bool HasEnd(FileScan file)
    {
        const int Overlap = 8;
        for (file.At = 0; !file.AtEnd;)
        {
            var piece = file.Rest(64 * 1024);
            if (piece.AsSpan().IndexOf("%%EOF"u8) >= 0) return true;
            if (!file.AtEnd) file.At -= Overlap;
        }

        return false;
    }
}
