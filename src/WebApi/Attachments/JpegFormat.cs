namespace Suyuan.Attachments;

/// <summary>JPEG: markers with segments, the scans' data between them.</summary>
internal static class JpegFormat
{
    private const int StartOfImage = 0xD8;
    private const int EndOfImage = 0xD9;
    private const int StartOfScan = 0xDA;

    public static bool Begins(ReadOnlySpan<byte> head) => head is [0xFF, StartOfImage, 0xFF, ..];

    /// <summary>
    /// Cameras put a second, smaller picture or a gain map behind the first, and zeros between: those are part of it. A moving
    /// picture is not.
    /// </summary>
    public static long? End(FileScan file)
    {
        file.At = 0;
        if (!Picture(file)) return null;
        while (true)
        {
            var end = file.At;
            SkipZeros(file);
            if (file.AtEnd) return file.At;
            if (!Picture(file)) return end;
        }
    }

    private static bool Picture(FileScan file)
    {
        if (file.Int16() != (0xFF00 | StartOfImage)) return false;
        var scanned = false;
        while (Marker(file) is { } marker)
        {
            if (marker == EndOfImage) return scanned;
            if (IsAlone(marker)) continue;
            if (marker is 0 or StartOfImage || file.Int16() is not ({ } length and >= 2) || !file.Skip(length - 2)) return false;
            if (marker != StartOfScan) continue;
            scanned = true;
            if (!SkipScan(file)) return false;
        }

        return false;
    }

    /// <summary>0xFF, as often as somebody liked, and the marker.</summary>
    internal static int? Marker(FileScan file)
    {
        if (file.Byte() != 0xFF) return null;
        int? marker;
        do marker = file.Byte();
        while (marker == 0xFF);
        return marker;
    }

    /// <summary>Up to the marker behind a scan: in its data 0xFF is followed by zero or by a restart.</summary>
    internal static bool SkipScan(FileScan file)
    {
        while (file.Byte() is { } read)
        {
            if (read != 0xFF) continue;
            int? next;
            do next = file.Byte();
            while (next == 0xFF);
            if (next is null) return false;
            if (next == 0 || IsAlone(next.Value)) continue;
            file.At -= 2;
            return true;
        }

        return false;
    }

    private static void SkipZeros(FileScan file)
    {
        while (file.Byte() is { } read)
        {
            if (read == 0) continue;
            file.At--;
            return;
        }
    }

    internal static bool IsAlone(int marker) => marker is 0x01 or >= 0xD0 and <= 0xD7;
}
