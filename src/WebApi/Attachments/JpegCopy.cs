using System.Buffers.Binary;

namespace Suyuan.Attachments;

/// <summary>
/// A JPEG as the public gets it: the first picture, its tables and colours, and of all that was written beside it which way is up.
/// </summary>
internal static class JpegCopy
{
    private const int StartOfImage = 0xD8;
    private const int EndOfImage = 0xD9;
    private const int StartOfScan = 0xDA;
    private const int MarkerLength = 2;
    private const int Exif = 0xE1;
    private const int LengthOfJfifWithoutThumbnail = 16;
    private const int LengthOfAdobe = 14;

    private static ReadOnlySpan<byte> ExifHead => "Exif\0\0"u8;

    public static IEnumerable<FilePiece>? Of(FileScan file)
    {
        file.At = MarkerLength;
        var pieces = new List<FilePiece> { FilePiece.OfFile(0, MarkerLength) };
        while (Segment(file, pieces) is { } marker)
        {
            // What follows are smaller pictures and gain maps, each with writing of its own.
            if (marker == EndOfImage) return pieces;
        }

        return null;
    }

    /// <summary>The marker of the segment that was read; null where the file does not go on as it began.</summary>
    private static int? Segment(FileScan file, List<FilePiece> pieces)
    {
        var start = file.At;
        if (JpegFormat.Marker(file) is not { } marker || marker is 0 or StartOfImage) return null;
        if (marker != EndOfImage && !JpegFormat.IsAlone(marker))
        {
            if (file.Int16() is not ({ } length and >= MarkerLength)) return null;
            var content = file.At;
            if (marker == Exif && Orientation(file, length - MarkerLength) is { } orientation) pieces.Add(Upright(orientation));
            file.At = content;
            if (!file.Skip(length - MarkerLength)) return null;
            var after = file.At;
            if (!IsShown(file, marker, content, length)) return marker;
            file.At = after;
            if (marker == StartOfScan && !JpegFormat.SkipScan(file)) return null;
        }

        pieces.Add(FilePiece.OfFile(start, file.At - start));
        return marker;
    }

    /// <summary>Tables, frames and scans; of the applications' segments those that say how the colours are meant.</summary>
    private static bool IsShown(FileScan file, int marker, long content, int length)
    {
        var after = file.At;
        file.At = content;
        var shown = marker switch
        {
            >= 0xC0 and <= 0xCF or >= 0xDA and <= 0xDF => true,
            0xE0 => length == LengthOfJfifWithoutThumbnail && file.Take(5).SequenceEqual("JFIF\0"u8),
            0xE2 => file.Take(12).SequenceEqual("ICC_PROFILE\0"u8),
            0xEE => length == LengthOfAdobe && file.Take(5).SequenceEqual("Adobe"u8),
            _ => false,
        };
        file.At = after;
        return shown;
    }

    /// <summary>Phones store pictures as the sensor saw them, and this says how to turn them upright.</summary>
    private static int? Orientation(FileScan file, int length)
    {
        var segment = file.Rest(length).AsSpan();
        return segment.StartsWith(ExifHead) ? TiffOrientation.In(segment[ExifHead.Length..]) : null;
    }

    private static FilePiece Upright(int orientation)
    {
        byte[] content = [.. ExifHead, .. TiffOrientation.Alone(orientation)];
        byte[] segment = [0xFF, Exif, 0, 0, .. content];
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(MarkerLength), (ushort)(MarkerLength + content.Length));
        return FilePiece.Instead(segment);
    }
}
