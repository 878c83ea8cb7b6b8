using System.Text;

namespace Suyuan.Attachments;

/// <summary>MP4 (ISO base media): boxes, the first of which tells the brand.</summary>
internal static class Mp4Format
{
    private const int ShortHead = 8;
    private const int LongHead = 16;
    private const int LongestFtyp = 1024;

    // Pictures (heic, avif), sound alone (M4A) and QuickTime (qt) have the same container and are something else.
    private static readonly string[] Brands =
        ["isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "avc1", "mmp4", "MSNV", "M4V ", "dash"];

    private static readonly string[] Boxes =
    [
        "ftyp", "moov", "mdat", "free", "skip", "wide", "uuid", "meta", "udta", "moof", "mfra", "sidx", "ssix", "styp", "pdin", "emsg",
        "prft", "beam",
    ];

    public static bool Begins(ReadOnlySpan<byte> head) =>
        head.Length >= FileType.HeadLength && head[4..].StartsWith("ftyp"u8) && Brands.Contains(Encoding.Latin1.GetString(head[8..12]));

    public static long? End(FileScan file)
    {
        file.At = 0;
        var (described, filled) = (false, false);
        while (!file.AtEnd)
        {
            var start = file.At;
            if (Box(file) is not { } box || (start == 0 && box.Length > LongestFtyp))
                return described && filled ? start : null;
            described |= box.Kind == "moov";
            filled |= box.Kind == "mdat";
            file.At = start + box.Length;
        }

        return described && filled ? file.Length : null;
    }

    /// <summary>The box that begins here, or null: no box, none that stands in a film, or longer than the file.</summary>
    private static (string Kind, long Length)? Box(FileScan file)
    {
        var start = file.At;
        if (file.Int32() is not { } told) return null;
        var kind = Encoding.Latin1.GetString(file.Take(4));
        if (!Boxes.Contains(kind)) return null;
        var length = told switch
        {
            0 => file.Length - start,
            1 => file.Int64() is { } large and >= LongHead and <= long.MaxValue ? (long)large : -1,
            _ => told,
        };
        return length >= ShortHead && length <= file.Length - start ? (kind, length) : null;
    }
}
