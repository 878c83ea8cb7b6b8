namespace Suyuan.Common;

/// <summary>
/// What Chinese keyboards write as wide as a character (１３９，：／) as usual digits, letters and signs, each in the place where it stood.
/// The runtime normalizes nothing beyond ASCII here, since the product runs without the data of cultures.
/// </summary>
internal static class HalfWidth
{
    private const char FirstWide = '！';
    private const char LastWide = '～';

    public static string Of(string text) => !text.AsSpan().ContainsAnyInRange(FirstWide, LastWide) ? text
        : string.Create(text.Length, text, static (half, wide) =>
        {
            for (var at = 0; at < half.Length; at++)
                half[at] = wide[at] is >= FirstWide and <= LastWide ? (char)(wide[at] - FirstWide + '!') : wide[at];
        });
}
