using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Suyuan.Common;

namespace Suyuan.Publishing;

/// <summary>Personal data that people wrote where no form asked for it: into notes and descriptions (PB4).</summary>
internal static partial class PersonalTraces
{
    private const string Hidden = "****";

    /// <summary>The text without anything that reads as a resident ID number or as a mobile number.</summary>
    public static string RemovedFrom(string text) => Without(Mobile(), Without(IdNumber(), text));

    /// <summary>A person's name as the public sees it: its first character.</summary>
    public static string MaskOf(string name) => StringInfo.GetNextTextElement(name) + "*";

    /// <summary>It is found in what the text reads as, and taken out of the text as it was written.</summary>
    private static string Without(Regex numbers, string text)
    {
        var kept = new StringBuilder();
        var from = 0;
        foreach (Match number in numbers.Matches(HalfWidth.Of(text)))
        {
            kept.Append(text, from, number.Index - from).Append(Hidden);
            from = number.Index + number.Length;
        }

        return from == 0 ? text : kept.Append(text, from, text.Length - from).ToString();
    }

    // Digits with a day of birth among them; the check digit does not matter, a number with a slip in it is still somebody's.
    [GeneratedRegex(
        @"(?<![0-9A-Za-z])\d{6}[ -]?(?:18|19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])[ -]?(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[0-9Xx](?![0-9A-Za-z])")]
    private static partial Regex IdNumber();

    [GeneratedRegex(@"(?<![0-9A-Za-z])(?:\+?86[ -]?)?1[3-9]\d[ .·–-]?\d{4}[ .·–-]?\d{4}(?![0-9A-Za-z])")]
    private static partial Regex Mobile();
}
