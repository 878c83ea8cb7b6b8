namespace Suyuan.Attachments;

/// <summary>
/// A type of file that is kept: how such a file begins, and where its own format says that it ends (null: it does not go on as it
/// began). What stands behind that end belongs to something else.
/// </summary>
internal sealed record FileType(string MediaType, int MostMiB, Func<ReadOnlySpan<byte>, bool> Begins, Func<FileScan, long?> End)
{
    /// <summary>So many bytes tell the type.</summary>
    public const int HeadLength = 12;

    private const int MostMiBOfDocuments = 20;
    private const int MostMiBOfVideos = 200;

    // GIF is left out: cameras and scanners do not make it. SVG is a program.
    private static readonly FileType[] All =
    [
        new("image/jpeg", MostMiBOfDocuments, JpegFormat.Begins, JpegFormat.End),
        new("image/png", MostMiBOfDocuments, head => head.StartsWith(PngFormat.Signature), PngFormat.End),
        new("image/webp", MostMiBOfDocuments, WebpFormat.Begins, WebpFormat.End),
        new("application/pdf", MostMiBOfDocuments, head => head.StartsWith("%PDF-"u8), PdfFormat.End),
        new("video/mp4", MostMiBOfVideos, Mp4Format.Begins, Mp4Format.End),
    ];

    public static int LargestMiB => All.Max(type => type.MostMiB);

    public static FileType? Of(ReadOnlySpan<byte> head)
    {
        foreach (var type in All)
        {
            if (type.Begins(head)) return type;
        }

        return null;
    }
}
