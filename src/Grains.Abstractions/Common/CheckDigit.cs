namespace Suyuan.Common;

/// <summary>
/// The mod-10 check digit of GS1 that card numbers, identity codes and GTINs end with: weights 3 and 1 from the right. It finds every
/// single wrong digit.
/// </summary>
public static class CheckDigit
{
    public static int Of(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var place = 0; place < digits.Length; place++) sum += (digits[^(place + 1)] - '0') * (place % 2 == 0 ? 3 : 1);
        return (10 - sum % 10) % 10;
    }

    public static bool Fits(string digits) => digits[^1] - '0' == Of(digits.AsSpan(0, digits.Length - 1));
}
