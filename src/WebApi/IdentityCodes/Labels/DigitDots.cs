namespace Suyuan.IdentityCodes;

/// <summary>Ten digits of five by seven dots: pictures of codes need no font, which a machine may not have.</summary>
internal static class DigitDots
{
    private const int Wide = 5, High = 7, Step = 6;

    private static readonly string[] Digits =
    [
        "01110 10001 10011 10101 11001 10001 01110", "00100 01100 00100 00100 00100 00100 01110",
        "01110 10001 00001 00010 00100 01000 11111", "11111 00010 00100 00010 00001 10001 01110",
        "00010 00110 01010 10010 11111 00010 00010", "11111 10000 11110 00001 00001 10001 01110",
        "00110 01000 10000 11110 10001 10001 01110", "11111 00001 00010 00100 01000 01000 01000",
        "01110 10001 10001 01110 10001 10001 01110", "01110 10001 10001 01111 00001 00010 01100",
    ];

    /// <summary>Writes a code in the middle, as large as the width takes with a dot's margin, below this row.</summary>
    public static void Write(BitRows dots, string code, int below)
    {
        var size = Math.Max(1, Math.Min(dots.Width / (code.Length * Step + 1), (dots.Height - below) / (High + 1)));
        var left = (dots.Width - (code.Length * Step - 1) * size) / 2;
        for (var place = 0; place < code.Length; place++)
        {
            var rows = Digits[code[place] - '0'];
            for (var row = 0; row < High; row++)
                for (var column = 0; column < Wide; column++)
                    if (rows[row * Step + column] == '1')
                        dots.Fill(left + (place * Step + column) * size, below + row * size, size, size);
        }
    }
}
