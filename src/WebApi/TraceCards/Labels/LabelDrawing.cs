using System.Text;

namespace Suyuan.TraceCards;

/// <summary>
/// Where what stands on a label that we draw ourselves: millimetres from its upper left corner. Long names are broken, and all rows made
/// smaller until they fit.
/// </summary>
internal sealed class LabelDrawing(LabelContent content, TrueTypeFont font)
{
    public const double Width = 100, Height = 70, QrLeft = 66, QrTop = 11, QrSide = 30;
    public const double MarkRight = 96, MarkBaseline = 9, MarkSize = 4.6;
    public const double NumberLeft = 4, NumberBaseline = 65.5, NumberSize = 5.4;
    private const double Left = 4, ValueLeft = 21, ValueRight = 65, Top = 11.5, Bottom = 59;
    private const double LargestRow = 4.2, SmallestRow = 1.8, Step = 0.2, Leading = 1.36, AscentOfLine = 1.02;
    private const double ReprintMarkLeft = 68;

    // These close what stands before them: a line never begins with one.
    private const string NotFirst = "·、，。；：）)】》";

    /// <summary>All but n/m, number and QR code, which printers write themselves, each in its own way.</summary>
    public IEnumerable<LabelText> Texts()
    {
        yield return new(Left, MarkBaseline, MarkSize, content.Title);
        if (content.ReprintMark is { } mark) yield return new(ReprintMarkLeft, MarkBaseline, MarkSize, mark);
        foreach (var text in Rows()) yield return text;
    }

    private List<LabelText> Rows()
    {
        for (var size = LargestRow; ; size -= Step)
        {
            var texts = RowsOf(size);
            var last = size - Step < SmallestRow;
            if (texts[^1].Baseline <= Bottom || last) return [.. texts.Where(text => text.Baseline <= Bottom)];
        }
    }

    private List<LabelText> RowsOf(double size)
    {
        var texts = new List<LabelText>();
        var baseline = Top + size * AscentOfLine;
        foreach (var row in content.Rows)
        {
            texts.Add(new(Left, baseline, size, row.Name));
            foreach (var line in Broken(row.Value, (ValueRight - ValueLeft) / size))
            {
                texts.Add(new(ValueLeft, baseline, size, line));
                baseline += size * Leading;
            }
        }

        return texts;
    }

    private List<string> Broken(string text, double widest)
    {
        var (lines, line, width) = (new List<string>(), new StringBuilder(), 0.0);
        foreach (var letter in text.EnumerateRunes())
        {
            var advance = font.Advance(font.Glyph(letter));
            if (width + advance > widest && line.Length > 0 && !NotFirst.Contains(letter.ToString(), StringComparison.Ordinal))
            {
                lines.Add(line.ToString());
                line.Clear();
                width = 0;
            }

            line.Append(letter.ToString());
            width += advance;
        }

        return [.. lines, line.ToString()];
    }
}

/// <summary>A line of text with its baseline's left end, in millimetres.</summary>
internal readonly record struct LabelText(double Left, double Baseline, double Size, string Text);
