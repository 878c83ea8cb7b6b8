namespace Suyuan.TraceCards;

/// <summary>A picture of black dots, as a label printer burns it: a row is whole bytes, the highest bit on the left.</summary>
internal sealed class DotMatrix(int width, int height)
{
    /// <summary>A dot is black when at least four of its nine parts are: thin strokes stay, counters stay open.</summary>
    private const int Parts = 3, BlackParts = 4;

    private const int StepsOfCurve = 6;
    private readonly byte[] dots = new byte[(width + 7) / 8 * height];

    public int BytesOfRow => (width + 7) / 8;

    public int Height => height;

    public ReadOnlySpan<byte> Row(int row) => dots.AsSpan(row * BytesOfRow, BytesOfRow);

    /// <summary>Writes a line of text, its baseline's left end at the given dot.</summary>
    public void Write(TrueTypeFont font, string text, double left, double baseline, double size)
    {
        var edges = new List<Edge>();
        foreach (var letter in text.EnumerateRunes())
        {
            var glyph = font.Glyph(letter);
            foreach (var contour in font.Outline(glyph)) AddEdges(edges, contour, left, baseline, size);
            left += font.Advance(glyph) * size;
        }

        if (edges.Count > 0) Fill(edges);
    }

    private static void AddEdges(List<Edge> edges, OutlinePoint[] contour, double left, double baseline, double size)
    {
        var points = WithPointsBetween(contour)
            .Select(point => point with { X = left + point.X * size, Y = baseline - point.Y * size }).ToArray();
        var start = Array.FindIndex(points, point => point.OnCurve);
        if (start < 0) return;
        var from = points[start];
        for (var step = 1; step <= points.Length; step++)
        {
            var next = points[(start + step) % points.Length];
            if (next.OnCurve)
            {
                edges.Add(new(from.X, from.Y, next.X, next.Y));
                from = next;
                continue;
            }

            var (corner, to) = (from, points[(start + ++step) % points.Length]);
            for (var part = 1; part <= StepsOfCurve; part++)
            {
                var along = OnArc(corner, next, to, (double)part / StepsOfCurve);
                edges.Add(new(from.X, from.Y, along.X, along.Y));
                from = along;
            }
        }
    }

    private static OutlinePoint OnArc(OutlinePoint from, OutlinePoint control, OutlinePoint to, double t)
    {
        var (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t);
        return new(a * from.X + b * control.X + c * to.X, a * from.Y + b * control.Y + c * to.Y, true);
    }

    private static IEnumerable<OutlinePoint> WithPointsBetween(OutlinePoint[] contour)
    {
        for (var point = 0; point < contour.Length; point++)
        {
            var (one, next) = (contour[point], contour[(point + 1) % contour.Length]);
            yield return one;
            if (!one.OnCurve && !next.OnCurve) yield return new((one.X + next.X) / 2, (one.Y + next.Y) / 2, true);
        }
    }

    private void Fill(List<Edge> edges)
    {
        var top = Math.Max(0, (int)edges.Min(edge => edge.Top));
        var bottom = Math.Min(height - 1, (int)edges.Max(edge => edge.Bottom));
        var black = new int[width];
        for (var row = top; row <= bottom; row++)
        {
            Array.Clear(black);
            for (var part = 0; part < Parts; part++) Count(black, edges, row + (part + 0.5) / Parts);
            for (var dot = 0; dot < width; dot++)
                if (black[dot] >= BlackParts) dots[row * BytesOfRow + dot / 8] |= (byte)(0x80 >> dot % 8);
        }
    }

    /// <summary>What is inside by the winding rule: contours in the other direction are holes.</summary>
    private void Count(int[] black, List<Edge> edges, double y)
    {
        var crossings = edges.Where(edge => edge.Top <= y && y < edge.Bottom)
            .Select(edge => (X: edge.At(y), edge.Direction)).OrderBy(crossing => crossing.X).ToList();
        var winding = 0;
        for (var crossing = 0; crossing + 1 < crossings.Count; crossing++)
        {
            winding += crossings[crossing].Direction;
            if (winding == 0) continue;
            var first = Math.Max(0, (int)Math.Ceiling(crossings[crossing].X * Parts - 0.5));
            var end = Math.Min(width * Parts, (int)Math.Ceiling(crossings[crossing + 1].X * Parts - 0.5));
            for (var part = first; part < end; part++) black[part / Parts]++;
        }
    }

    private readonly record struct Edge(double X1, double Y1, double X2, double Y2)
    {
        public double Top => Math.Min(Y1, Y2);

        public double Bottom => Math.Max(Y1, Y2);

        public int Direction => Y1 < Y2 ? 1 : -1;

        public double At(double y) => X1 + (y - Y1) / (Y2 - Y1) * (X2 - X1);
    }
}
