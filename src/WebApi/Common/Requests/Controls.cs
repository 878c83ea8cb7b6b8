using System.Buffers;

namespace Suyuan.Common;

/// <summary>Characters that no text of ours may hold: PostgreSQL refuses NUL, and the others only disturb screens and files.</summary>
internal static class Controls
{
    private static readonly SearchValues<char> Banned =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(IsBanned)]);

    public static bool Has(ReadOnlySpan<char> text) => text.ContainsAny(Banned);

    private static bool IsBanned(char character) => char.IsControl(character) && character is not ('\t' or '\n' or '\r');
}
