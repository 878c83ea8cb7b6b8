using System.Globalization;
using System.Text.RegularExpressions;

namespace Suyuan.Publishing;

/// <summary>Personal data that people wrote where no form asked for it: into notes and descriptions (PB4).</summary>
internal static partial class PersonalTraces
{
    private const string Hidden = "****";

    /// <summary>The text without anything that reads as a resident ID number or as a mobile number.</summary>
    public static string RemovedFrom(string text) => Mobile().Replace(IdNumber().Replace(text, Hidden), Hidden);

    /// <summary>A person's name as the public sees it: its first character.</summary>
    public static string MaskOf(string name) => StringInfo.GetNextTextElement(name) + "*";

    // Digits with a day of birth among them; the check digit does not matter, a number with a slip in it is still somebody's.
    [GeneratedRegex(
        @"(?<![0-9A-Za-z])\d{6}[ -]?(?:18|19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])[ -]?(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[0-9Xx](?![0-9A-Za-z])")]
    private static partial Regex IdNumber();

    [GeneratedRegex(@"(?<![0-9A-Za-z])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![0-9A-Za-z])")]
    private static partial Regex Mobile();
}
