using System.Buffers.Binary;

namespace Suyuan.TraceCards;

/// <summary>A glyph that is drawn by contours of its own, as the table glyf holds it.</summary>
internal static class SimpleGlyph
{
    private const int OnCurve = 0x1, ShortX = 0x2, ShortY = 0x4, Repeat = 0x8, SameX = 0x10, SameY = 0x20;

    public static IEnumerable<OutlinePoint[]> Read(byte[] data, int at, int contours, int unitsPerEm)
    {
        var ends = Enumerable.Range(0, contours).Select(contour => U16(data, at + contour * 2)).ToArray();
        var points = contours == 0 ? 0 : ends[^1] + 1;
        at += contours * 2;
        at += 2 + U16(data, at);
        var flags = Flags(data, ref at, points);
        var xs = Coordinates(data, ref at, flags, ShortX, SameX);
        var ys = Coordinates(data, ref at, flags, ShortY, SameY);
        var first = 0;
        foreach (var end in ends)
        {
            yield return [.. Enumerable.Range(first, end - first + 1).Select(point => new OutlinePoint(
                (double)xs[point] / unitsPerEm, (double)ys[point] / unitsPerEm, (flags[point] & OnCurve) != 0))];
            first = end + 1;
        }
    }

    private static byte[] Flags(byte[] data, ref int at, int points)
    {
        var flags = new byte[points];
        for (var point = 0; point < points; point++)
        {
            var flag = flags[point] = data[at++];
            if ((flag & Repeat) == 0) continue;
            for (var more = data[at++]; more > 0; more--) flags[++point] = flag;
        }

        return flags;
    }

    private static int[] Coordinates(byte[] data, ref int at, byte[] flags, int isShort, int same)
    {
        var (values, value) = (new int[flags.Length], 0);
        for (var point = 0; point < flags.Length; point++)
        {
            var flag = flags[point];
            if ((flag & isShort) != 0) value += (flag & same) != 0 ? data[at++] : -data[at++];
            else if ((flag & same) == 0)
            {
                value += (short)U16(data, at);
                at += 2;
            }

            values[point] = value;
        }

        return values;
    }

    private static int U16(byte[] data, int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));
}
