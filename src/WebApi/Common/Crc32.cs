namespace Suyuan.Common;

/// <summary>
/// The checksum of gzip and of PNG, and how the checksum of two texts in a row follows from those of each: the first one's times x to the
/// bits of the second, added to the second's. A text that stays the same is summed once, whatever stands before it.
/// </summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const uint One = 0x8000_0000; // x to the 0, bits reversed
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(number => Entry((uint)number))];

    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        crc = ~crc;
        foreach (var value in bytes) crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    /// <summary>What Combine needs to know of a text of so many bytes.</summary>
    public static uint ShiftOf(long bytes)
    {
        // The power is x to the 8 at first, since bytes are counted, and is squared for each further bit of their number.
        var (shift, power) = (One, One >>> 8);
        for (; bytes != 0; bytes >>= 1, power = Multiply(power, power))
            if ((bytes & 1) != 0) shift = Multiply(shift, power);
        return shift;
    }

    public static uint Combine(uint first, uint second, uint shiftOfSecond) => Multiply(first, shiftOfSecond) ^ second;

    private static uint Multiply(uint one, uint other)
    {
        var product = 0u;
        for (var bit = One; bit != 0; bit >>>= 1)
        {
            if ((one & bit) != 0) product ^= other;
            other = (other & 1) != 0 ? (other >>> 1) ^ Polynomial : other >>> 1;
        }

        return product;
    }

    private static uint Entry(uint value)
    {
        for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? (value >>> 1) ^ Polynomial : value >>> 1;
        return value;
    }
}
