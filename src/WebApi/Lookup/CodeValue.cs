namespace Suyuan.Lookup;

/// <summary>An identity code (身份码) as a number beside the count of its digits: 0012 is another code than 12.</summary>
internal readonly record struct CodeValue(byte Length, UInt128 Value)
{
    public const int Shortest = 8;
    public const int Longest = 32;

    // The highest of 32 digits stays below 2^107, so the length fits above it.
    private const int LengthAt = 112;
    private const int DigitsOfUlong = 19;
    private const ulong TenToHalf = 10_000_000_000_000_000_000;

    /// <summary>Both in one number, for tables that hold many.</summary>
    public UInt128 Key => Value | ((UInt128)Length << LengthAt);

    public static CodeValue Of(UInt128 key) =>
        new((byte)(key >> LengthAt), key & ((UInt128.One << LengthAt) - 1));

    public static bool TryParse(ReadOnlySpan<char> text, out CodeValue code)
    {
        code = default;
        if (text.Length is < Shortest or > Longest || text.ContainsAnyExceptInRange('0', '9')) return false;
        // Two plain halves: arithmetic on 128 bits, digit by digit, would cost ten times as much.
        var high = text.Length > DigitsOfUlong ? Digits(text[..^DigitsOfUlong]) : 0;
        var low = Digits(text[Math.Max(0, text.Length - DigitsOfUlong)..]);
        code = new((byte)text.Length, ((UInt128)high * TenToHalf) + low);
        return true;
    }

    public override string ToString() => string.Create(Length, this, static (digits, code) => code.Format(digits));

    /// <summary>Writes the digits and tells how many they are.</summary>
    public int Format(Span<char> digits)
    {
        // Two plain halves here too.
        var (high, low) = UInt128.DivRem(Value, TenToHalf);
        var half = Math.Max(0, Length - DigitsOfUlong);
        Put((ulong)high, digits[..half]);
        Put((ulong)low, digits[half..Length]);
        return Length;
    }

    private static void Put(ulong value, Span<char> digits)
    {
        for (var at = digits.Length - 1; at >= 0; at--, value /= 10) digits[at] = (char)('0' + (value % 10));
    }

    private static ulong Digits(ReadOnlySpan<char> digits)
    {
        var value = 0UL;
        foreach (var digit in digits) value = (value * 10) + (uint)(digit - '0');
        return value;
    }
}
