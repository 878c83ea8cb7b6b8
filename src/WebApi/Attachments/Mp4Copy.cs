using System.Text;

namespace Suyuan.Attachments;

/// <summary>
/// A film as the public gets it: boxes of notes (place, phone, owner) and tracks that are neither picture nor sound become empty ones of
/// the same length, since a film tells by place where its pictures are.
/// </summary>
internal static class Mp4Copy
{
    private const int ShortHead = 8;
    private const int LongHead = 16;
    private const int MostBoxes = 10_000;
    private const int MostDepth = 6;

    private static readonly string[] Notes = ["udta", "meta", "uuid", "emsg"];
    private static readonly string[] Containers = ["moov", "trak", "mdia", "moof", "traf", "mvex", "edts"];
    private static readonly string[] Seen = ["vide", "soun", "text", "sbtl", "subt", "clcp"];

    public static IEnumerable<FilePiece>? Of(FileScan file)
    {
        var (pieces, boxes) = (new List<FilePiece>(), 0);
        return Walk(file, 0, file.Length, 0, pieces, ref boxes) ? pieces : null;
    }

    private static bool Walk(FileScan file, long from, long to, int depth, List<FilePiece> pieces, ref int boxes)
    {
        for (var at = from; at < to;)
        {
            if (++boxes > MostBoxes || depth > MostDepth || Box(file, at, to) is not { } box) return false;
            if (Notes.Contains(box.Kind) || (box.Kind == "trak" && !IsSeen(file, box)))
            {
                // Its length stands, its name says that it is empty, and so it is.
                pieces.AddRange(
                    FilePiece.OfFile(at, 4), FilePiece.Instead([.. "free"u8]), FilePiece.OfFile(at + ShortHead, box.Head - ShortHead),
                    FilePiece.Zeros(box.Length - box.Head));
            }
            else if (Containers.Contains(box.Kind))
            {
                pieces.Add(FilePiece.OfFile(at, box.Head));
                if (!Walk(file, at + box.Head, at + box.Length, depth + 1, pieces, ref boxes)) return false;
            }
            else
            {
                pieces.Add(FilePiece.OfFile(at, box.Length));
            }

            at += box.Length;
        }

        return true;
    }

    /// <summary>Whether a track is of pictures, sound or words: cameras keep the way that they went in one of its own.</summary>
    private static bool IsSeen(FileScan file, (string Kind, long At, int Head, long Length) track)
    {
        if (Inside(file, track, "mdia") is not { } media || Inside(file, media, "hdlr") is not { } handler) return true;
        const int BeforeKind = 8;
        file.At = handler.At + handler.Head + BeforeKind;
        return Seen.Contains(Encoding.Latin1.GetString(file.Take(4)));
    }

    private static (string Kind, long At, int Head, long Length)? Inside(
        FileScan file, (string Kind, long At, int Head, long Length) box, string kind)
    {
        var end = box.At + box.Length;
        for (var at = box.At + box.Head; at < end;)
        {
            if (Box(file, at, end) is not { } found) return null;
            if (found.Kind == kind) return found;
            at += found.Length;
        }

        return null;
    }

    private static (string Kind, long At, int Head, long Length)? Box(FileScan file, long at, long to)
    {
        file.At = at;
        if (file.Int32() is not { } told) return null;
        var kind = Encoding.Latin1.GetString(file.Take(4));
        var length = told switch
        {
            0 => to - at,
            1 => file.Int64() is { } large and <= long.MaxValue ? (long)large : -1,
            _ => told,
        };
        var head = told == 1 ? LongHead : ShortHead;
        return length >= head && length <= to - at ? (kind, at, head, length) : null;
    }
}
