namespace Suyuan.Attachments;

/// <summary>PNG: a signature and chunks from IHDR to IEND.</summary>
internal static class PngFormat
{
    private const int ChecksumLength = 4;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool Begins(ReadOnlySpan<byte> head) => head.StartsWith(Signature);

    public static long? End(FileScan file)
    {
        file.At = Signature.Length;
        var first = true;
        var drawn = false;
        while (file.Int32() is { } length)
        {
            var type = file.Take(4);
            if (type.Length < 4 || (first && (!type.SequenceEqual("IHDR"u8) || length != 13))) return null;
            first = false;
            drawn |= type.SequenceEqual("IDAT"u8);
            var last = type.SequenceEqual("IEND"u8);
            if (!file.Skip((long)length + ChecksumLength)) return null;
            if (last) return drawn && length == 0 ? file.At : null;
        }

        return null;
    }
}
