using System.Collections.Immutable;

namespace Suyuan.Attachments;

/// <summary>
/// What consumers get of a file: its picture or film without what a camera, a phone or an editor wrote beside it — the place, the time,
/// the owner, a smaller picture of what was cut away. Documents are given as they are.
/// </summary>
internal sealed record PublicCopy(ImmutableArray<FilePiece> Pieces)
{
    // A file that falls into more was made to.
    private const int MostPieces = 1_000;

    public long Bytes { get; } = Pieces.Sum(piece => piece.Length);

    /// <summary>Null: the file is not what it was when it was taken, and nothing of it is given out.</summary>
    public static PublicCopy? Of(string mediaType, FileScan file)
    {
        IEnumerable<FilePiece>? pieces = mediaType switch
        {
            "image/jpeg" => JpegCopy.Of(file),
            "image/png" => PngCopy.Of(file),
            "image/webp" => WebpCopy.Of(file),
            "video/mp4" => Mp4Copy.Of(file),
            _ => [FilePiece.OfFile(0, file.Length)],
        };
        return pieces is not null && Joined(pieces) is { } joined ? new(joined) : null;
    }

    /// <summary>Every byte of the file and no other.</summary>
    public bool IsWhole(long bytes) => Pieces is [{ At: 0 } only] && only.Length == bytes;

    private static ImmutableArray<FilePiece>? Joined(IEnumerable<FilePiece> pieces)
    {
        var joined = ImmutableArray.CreateBuilder<FilePiece>();
        foreach (var piece in pieces.Where(piece => piece.Length > 0))
        {
            if (joined.Count > 0 && piece.At is { } at && joined[^1] is { At: { } start } last && start + last.Length == at)
                joined[^1] = FilePiece.OfFile(start, last.Length + piece.Length);
            else joined.Add(piece);
            if (joined.Count > MostPieces) return null;
        }

        return joined.ToImmutable();
    }
}
