using System.Text.RegularExpressions;
using Suyuan.Common;
using Suyuan.IdentityCodes;

namespace Suyuan.Lookup;

/// <summary>
/// What people put into the field for the code: in groups with blanks or hyphens, in the wide digits of Chinese keyboards, with its name in
/// front as pages write it, or the whole address of a label, whatever host it was printed with.
/// </summary>
internal static partial class TypedCode
{
    public const int LongestText = 300;

    /// <summary>The page that it leads to; null where no code is in it.</summary>
    public static string? PathOf(string typed)
    {
        if (typed.Length > LongestText) return null;
        var text = HalfWidth.Of(typed);
        if (Link().Match(text) is { Success: true } link) return PathOf(link) + SignatureIn(text);
        if (Address().Match(text) is { Success: true } address) return $"/q/{address.Groups[1].Value}{SignatureIn(text)}";
        var digits = Between().Replace(text, "");
        return CodeValue.TryParse(digits, out _) ? $"/q/{digits}" : null;
    }

    private static string PathOf(Match link) =>
        $"/01/{link.Groups[1].Value}/10/{Uri.EscapeDataString(Uri.UnescapeDataString(link.Groups[2].Value))}/21/{link.Groups[3].Value}";

    private static string SignatureIn(string text) =>
        Signature().Match(text) is { Success: true } found ? $"?{CodeSignature.Parameter}={found.Groups[1].Value}" : "";

    [GeneratedRegex("/q/([0-9]{8,32})(?![0-9])")]
    private static partial Regex Address();

    [GeneratedRegex("/01/([0-9]{8,14})/10/([^/?#\\s]{1,60})/21/([0-9]{8,32})(?![0-9])")]
    private static partial Regex Link();

    [GeneratedRegex("[?&]s=([0-9A-Za-z]{1,16})(?![0-9A-Za-z])")]
    private static partial Regex Signature();

    // \p{Pd} are hyphens and dashes of every length, \p{Z} and \p{C} blanks that show and that do not.
    [GeneratedRegex(@"^\s*(?:身份码|identity code)[\s:]*|[\p{Pd}\p{Z}\p{C}·.]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
