using System.Globalization;

namespace Suyuan.Attachments;

/// <summary>What a sender calls a file, as far as it can be shown and given back: no folders, no control characters, not endless.</summary>
internal static class FileName
{
    private const int Longest = 120;

    public static string? Of(string? given)
    {
        if (given is null) return null;
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var shown = new string([.. last.Where(IsShown)]).Trim();
        if (shown.Length > Longest) shown = shown[^Longest..];
        return shown.Length > 0 && shown.Trim('.').Length > 0 ? shown : null;
    }

    // Marks that turn the direction of writing let "gpj.exe" read as "exe.jpg"; halves of pairs cannot be stored.
    private static bool IsShown(char letter) =>
        !char.IsControl(letter) && char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Surrogate);
}
