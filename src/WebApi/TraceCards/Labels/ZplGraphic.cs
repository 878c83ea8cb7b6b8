using System.Globalization;
using System.Text;

namespace Suyuan.TraceCards;

/// <summary>
/// A picture as ^GFA in ZPL's own short writing: a letter before a digit repeats it (G to Y once to 19 times, g to z 20 to 400 times),
/// a comma fills the row with white, a colon repeats the row above.
/// </summary>
internal static class ZplGraphic
{
    private const int Most = 419;

    public static string Of(DotMatrix dots)
    {
        var bytes = dots.BytesOfRow * dots.Height;
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"^GFA,{bytes},{bytes},{dots.BytesOfRow},"));
        var above = "";
        for (var row = 0; row < dots.Height; row++)
        {
            var digits = Convert.ToHexString(dots.Row(row));
            if (digits == above) text.Append(':');
            else AppendRow(text, digits);
            above = digits;
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, string digits)
    {
        var inked = digits.TrimEnd('0');
        for (var first = 0; first < inked.Length;)
        {
            var count = inked.AsSpan(first).IndexOfAnyExcept(inked[first]);
            if (count < 0) count = inked.Length - first;
            count = Math.Min(count, Most);
            if (count > 1) AppendCount(text, count);
            text.Append(inked[first]);
            first += count;
        }

        if (inked.Length < digits.Length) text.Append(',');
    }

    private static void AppendCount(StringBuilder text, int count)
    {
        if (count >= 20) text.Append((char)('f' + count / 20));
        if (count % 20 > 0) text.Append((char)('F' + count % 20));
    }
}
