using System.Buffers.Binary;
using System.Text;

namespace Suyuan.TraceCards;

/// <summary>
/// What drawing needs of a font with TrueType outlines: a letter's glyph, its width, its contours. Measures are in ems. A library would
/// be better, but those that can be had bring hundreds of megabytes for every platform.
/// </summary>
internal sealed class TrueTypeFont
{
    private const int LongestComposition = 8;
    private readonly Dictionary<string, int> tables = [];
    private readonly int unitsPerEm;
    private readonly bool longOffsets;
    private readonly int wideMetrics;
    private readonly (int At, int Format) letters;

    private TrueTypeFont(byte[] data)
    {
        Data = data;
        for (var table = 0; table < U16(4); table++)
            tables[Encoding.ASCII.GetString(data, 12 + table * 16, 4)] = (int)U32(12 + table * 16 + 8);
        unitsPerEm = U16(tables["head"] + 18);
        longOffsets = U16(tables["head"] + 50) == 1;
        wideMetrics = U16(tables["hhea"] + 34);
        letters = FindLetters();
    }

    public byte[] Data { get; }

    /// <summary>Null for anything but a single font with TrueType outlines.</summary>
    public static TrueTypeFont? Read(byte[] data)
    {
        try
        {
            if (BinaryPrimitives.ReadUInt32BigEndian(data) is not (0x00010000 or 0x74727565)) return null;
            var font = new TrueTypeFont(data);
            return font.tables.ContainsKey("glyf") && font.letters.At > 0 ? font : null;
        }
        catch (Exception broken) when (broken is ArgumentException or IndexOutOfRangeException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>0 is the box for a letter that the font does not have.</summary>
    public int Glyph(Rune letter) => letters.Format == 12 ? InGroups(letter.Value) : InSegments(letter.Value);

    public double Width(string text) => text.EnumerateRunes().Sum(letter => Advance(Glyph(letter)));

    public double Advance(int glyph) => (double)U16(tables["hmtx"] + Math.Min(glyph, wideMetrics - 1) * 4) / unitsPerEm;

    /// <summary>Closed contours of points, y upwards; between two that are off the curve lies one on it.</summary>
    public List<OutlinePoint[]> Outline(int glyph)
    {
        var contours = new List<OutlinePoint[]>();
        AddOutline(contours, glyph, new(1, 0, 0, 1, 0, 0), LongestComposition);
        return contours;
    }

    private void AddOutline(List<OutlinePoint[]> contours, int glyph, Placing placing, int deepest)
    {
        var (from, to) = (GlyphOffset(glyph), GlyphOffset(glyph + 1));
        if (from == to || deepest == 0) return;
        var at = tables["glyf"] + from;
        var count = (short)U16(at);
        if (count >= 0) contours.AddRange(SimpleGlyph.Read(Data, at + 10, count, unitsPerEm).Select(placing.Of));
        else foreach (var (part, own) in Parts(at + 10)) AddOutline(contours, part, placing.Then(own), deepest - 1);
    }

    private IEnumerable<(int Glyph, Placing Placing)> Parts(int at)
    {
        const int words = 0x1, offsets = 0x2, scale = 0x8, more = 0x20, twoScales = 0x40, matrix = 0x80;
        int flags;
        do
        {
            (flags, var glyph) = (U16(at), U16(at + 2));
            var (x, y) = (flags & words) != 0 ? ((short)U16(at + 4), (short)U16(at + 6)) : ((sbyte)Data[at + 4], (sbyte)Data[at + 5]);
            at += (flags & words) != 0 ? 8 : 6;
            double a = 1, b = 0, c = 0, d = 1;
            if ((flags & scale) != 0) a = d = Fraction(ref at);
            else if ((flags & twoScales) != 0) (a, d) = (Fraction(ref at), Fraction(ref at));
            else if ((flags & matrix) != 0) (a, b, c, d) = (Fraction(ref at), Fraction(ref at), Fraction(ref at), Fraction(ref at));
            var (dx, dy) = (flags & offsets) != 0 ? ((double)x / unitsPerEm, (double)y / unitsPerEm) : (0, 0);
            yield return (glyph, new(a, b, c, d, dx, dy));
        }
        while ((flags & more) != 0);
    }

    private double Fraction(ref int at)
    {
        at += 2;
        return (short)U16(at - 2) / 16384.0;
    }

    private int GlyphOffset(int glyph) =>
        longOffsets ? (int)U32(tables["loca"] + glyph * 4) : U16(tables["loca"] + glyph * 2) * 2;

    private (int At, int Format) FindLetters()
    {
        (int At, int Format) found = default;
        for (var table = 0; table < U16(tables["cmap"] + 2); table++)
        {
            var entry = tables["cmap"] + 4 + table * 8;
            var (platform, at) = (U16(entry), tables["cmap"] + (int)U32(entry + 4));
            if (platform is 0 or 3 && U16(at) is 4 or 12 && U16(at) > found.Format) found = (at, U16(at));
        }

        return found;
    }

    private int InGroups(int letter)
    {
        var (low, high) = (0, (int)U32(letters.At + 12) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var group = letters.At + 16 + middle * 12;
            if (letter < U32(group)) high = middle - 1;
            else if (letter > U32(group + 4)) low = middle + 1;
            else return (int)U32(group + 8) + letter - (int)U32(group);
        }

        return 0;
    }

    private int InSegments(int letter)
    {
        var doubled = U16(letters.At + 6);
        for (var segment = 0; segment < doubled && letter <= 0xFFFF; segment += 2)
        {
            if (U16(letters.At + 14 + segment) < letter) continue;
            var start = letters.At + 16 + doubled + segment;
            var (first, delta, rangeAt) = (U16(start), U16(start + doubled), start + doubled * 2);
            if (first > letter) return 0;
            if (U16(rangeAt) == 0) return (letter + delta) & 0xFFFF;
            var glyph = U16(rangeAt + U16(rangeAt) + (letter - first) * 2);
            return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
        }

        return 0;
    }

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(Data.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(Data.AsSpan(at));
}

/// <summary>A point of a contour.</summary>
internal readonly record struct OutlinePoint(double X, double Y, bool OnCurve);

/// <summary>How a part lies in its whole.</summary>
internal readonly record struct Placing(double A, double B, double C, double D, double Dx, double Dy)
{
    public OutlinePoint[] Of(OutlinePoint[] contour)
    {
        var placing = this;
        return [.. contour.Select(placing.Of)];
    }

    private OutlinePoint Of(OutlinePoint point) =>
        new(A * point.X + C * point.Y + Dx, B * point.X + D * point.Y + Dy, point.OnCurve);

    /// <summary>This placing after the part's own.</summary>
    public Placing Then(Placing own) => new(
        A * own.A + C * own.B, B * own.A + D * own.B, A * own.C + C * own.D, B * own.C + D * own.D,
        A * own.Dx + C * own.Dy + Dx, B * own.Dx + D * own.Dy + Dy);
}
