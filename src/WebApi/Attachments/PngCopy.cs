using System.Collections.Frozen;
using System.Text;

namespace Suyuan.Attachments;

/// <summary>A PNG as the public gets it: the chunks that make up the picture, its colours and its movement.</summary>
internal static class PngCopy
{
    private const int AroundContent = 12;

    private static readonly FrozenSet<string> Shown = new[]
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs",
        "sPLT", "acTL", "fcTL", "fdAT",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<FilePiece>? Of(FileScan file)
    {
        file.At = PngFormat.Signature.Length;
        var pieces = new List<FilePiece> { FilePiece.OfFile(0, PngFormat.Signature.Length) };
        while (true)
        {
            var start = file.At;
            if (file.Int32() is not { } length) return null;
            var kind = Encoding.Latin1.GetString(file.Take(4));
            file.At = start;
            if (!file.Skip(length + AroundContent)) return null;
            if (Shown.Contains(kind)) pieces.Add(FilePiece.OfFile(start, file.At - start));
            if (kind == "IEND") return pieces;
        }
    }
}
