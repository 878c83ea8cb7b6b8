namespace Suyuan.Forms;

/// <summary>Global trade item number (商品条码): 8, 12, 13 or 14 digits, the last a check digit by GS1's weights 3, 1 from the right.</summary>
public static class Gtin
{
    public static bool IsValid(string text) =>
        text.Length is 8 or 12 or 13 or 14 && text.All(char.IsAsciiDigit)
        && text[^1] - '0' == CheckDigitOf(text.AsSpan(0, text.Length - 1));

    public static int CheckDigitOf(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++) sum += (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 3 : 1);
        return (10 - sum % 10) % 10;
    }
}
