namespace Suyuan.Attachments;

/// <summary>WebP: a RIFF container that tells its own length, with chunks of a few known kinds.</summary>
internal static class WebpFormat
{
    private const int ContainerHead = 12;
    private static readonly string[] Kinds = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP", "EXIF", "XMP "];
    private static readonly string[] Pictures = ["VP8 ", "VP8L", "ANMF"];

    public static bool Begins(ReadOnlySpan<byte> head) =>
        head.Length >= ContainerHead && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8);

    public static long? End(FileScan file)
    {
        file.At = 4;
        if (file.Int32LittleEndian() is not { } told) return null;
        var end = 8 + (long)told;
        if (end > file.Length) return null;
        file.At = ContainerHead;
        var drawn = false;
        while (file.At < end)
        {
            var kind = System.Text.Encoding.Latin1.GetString(file.Take(4));
            if (!Kinds.Contains(kind) || file.Int32LittleEndian() is not { } length) return null;
            drawn |= Pictures.Contains(kind);
            if (!file.Skip(length + (length & 1L))) return null;
        }

        return drawn && file.At == end ? end : null;
    }
}
