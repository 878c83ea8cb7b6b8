using System.Globalization;
using System.Text.RegularExpressions;

namespace Suyuan.TraceCards.Tests;

/// <summary>One ^XA…^XZ as a printer reads it: its commands, and the dots of its graphic.</summary>
internal sealed partial record ZplLabel(string Text)
{
    public static List<ZplLabel> Parse(string zpl) => [.. Label().Matches(zpl).Select(label => new ZplLabel(label.Groups[1].Value))];

    /// <summary>What stands behind a command, up to the next one.</summary>
    public string Of(string command) => Regex.Match(Text, Regex.Escape(command) + @"([^\^~\n]*)").Groups[1].Value;

    public List<string> Fields => [.. Regex.Matches(Text, @"\^FD([^\^]*)\^FS").Select(data => data.Groups[1].Value)];

    /// <summary>The graphic, true is black.</summary>
    public bool[][] Dots()
    {
        var header = Of("^GFA,").Split(',', 4);
        var bytesOfRow = int.Parse(header[2], CultureInfo.InvariantCulture);
        var rows = int.Parse(header[0], CultureInfo.InvariantCulture) / bytesOfRow;
        Assert.Equal(header[0], header[1]);
        var digits = Unfold(header[3], bytesOfRow * 2);
        Assert.Equal(rows, digits.Count);
        return [.. digits.Select(row => Convert.FromHexString(row).SelectMany(eight => Enumerable.Range(0, 8).Select(bit => (eight & 0x80 >> bit) != 0)).ToArray())];
    }

    private static List<string> Unfold(string data, int digitsOfRow)
    {
        var (rows, row, count) = (new List<string>(), "", 0);
        foreach (var sign in data)
        {
            if (sign is >= 'G' and <= 'Y') count += sign - 'F';
            else if (sign is >= 'g' and <= 'z') count += (sign - 'f') * 20;
            else
            {
                row += sign switch { ',' => new string('0', digitsOfRow - row.Length), ':' => rows[^1], _ => new string(sign, Math.Max(1, count)) };
                count = 0;
            }

            if (row.Length < digitsOfRow) continue;
            Assert.Equal(digitsOfRow, row.Length);
            rows.Add(row);
            row = "";
        }

        return rows;
    }

    [GeneratedRegex(@"\^XA(.*?)\^XZ", RegexOptions.Singleline)]
    private static partial Regex Label();
}
