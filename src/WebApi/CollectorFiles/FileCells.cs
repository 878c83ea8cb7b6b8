using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Suyuan.Measures;

namespace Suyuan.CollectorFiles;

/// <summary>Cells of a collector's file: ASCII without quotes, numbers with a decimal point, times of RFC 3339 with their offset.</summary>
internal static partial class FileCells
{
    private const decimal Largest = 1_000_000_000m;
    private const int MostPlaces = 3;

    public static string TextOf(ReadOnlySpan<byte> line) => Encoding.Latin1.GetString(line.TrimEnd("\r\n"u8));

    public static DateTimeOffset? Time(string text) =>
        TimeShape().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    public static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) <= Largest && decimal.Round(number, MostPlaces) == number
            ? number
            : null;

    public static Kilograms? Weight(string text) => Number(text) is { } number ? Kilograms.Of(number) : null;

    public static int? Count(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count : null;

    public static long? Sequence(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0 ? sequence : null;

    /// <summary>A row as it can be kept and shown: what is not printable ASCII by its code.</summary>
    public static string Printable(string row)
    {
        var text = new StringBuilder(row.Length);
        foreach (var character in row)
        {
            if (character is >= ' ' and <= '~' and not '\\') text.Append(character);
            else text.Append(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}");
        }

        return text.ToString();
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:\d\d)\z")]
    private static partial Regex TimeShape();
}
