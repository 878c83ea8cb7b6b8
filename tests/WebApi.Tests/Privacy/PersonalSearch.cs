using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Suyuan.Growers;

namespace Suyuan.Privacy.Tests;

/// <summary>
/// Finds personal values in a text however they are written: escaped (\u, &amp;#, %), in full width, with blanks or hyphens between,
/// as the hexadecimal or base64 form of their bytes; and whatever else looks like a number of a person.
/// </summary>
internal sealed partial class PersonalSearch
{
    private readonly IReadOnlyList<PersonalValue> values;
    private readonly SearchValues<string> plainForms;
    private readonly SearchValues<string> closedForms;

    public PersonalSearch(IReadOnlyList<PersonalValue> values)
    {
        this.values = values;
        plainForms = SearchValues.Create([.. values.SelectMany(value => Forms(value.Text))], StringComparison.OrdinalIgnoreCase);
        closedForms = SearchValues.Create([.. values.Select(value => Close(value.Text))], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Results of check-ups that no answer to the public has a reason to speak of.</summary>
    private static readonly string[] Health = ["乙肝", "肝炎", "阳性", "肺结核", "传染病", "伤寒", "痢疾", "体检不合格", "需复查", "hbsag", "hepatitis", "tuberculosis"];

    public IEnumerable<PersonalValue> Find(string text)
    {
        var plain = Plain(text);
        var closed = Close(plain);
        // Both sets are looked for at once; only where something was found does it matter what.
        if (!plain.AsSpan().ContainsAny(plainForms) && !closed.AsSpan().ContainsAny(closedForms)) return [];
        return values.Where(value => Forms(value.Text).Any(form => plain.Contains(form, StringComparison.OrdinalIgnoreCase))
            || closed.Contains(Close(value.Text), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What looks like an ID number with a right check digit, or like a mobile, and is none of the numbers named.</summary>
    public static IEnumerable<string> FindPatterns(string text, params string[] known)
    {
        var plain = Plain(text);
        var ids = IdNumber().Matches(plain).Select(match => Close(match.Value))
            .Where(number => PersonNumber.TryParse(number, null, out var person) && !person.IsCreditCode);
        var mobiles = Mobile().Matches(plain).Select(match => Close(match.Value));
        return ids.Concat(mobiles).Except(known, StringComparer.Ordinal).Select(number => number[..3] + "***").Concat(FindHealth(plain));
    }

    private static IEnumerable<string> FindHealth(string plain) =>
        Health.Where(word => plain.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>As a reader of the page, of the JSON or of the link reads it.</summary>
    private static string Plain(string text)
    {
        var read = Escape().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, null)).ToString());
        read = WebUtility.HtmlDecode(read);
        if (read.Contains('%', StringComparison.Ordinal)) read += '\n' + WebUtility.UrlDecode(read);
        return string.Create(read.Length, read, (half, whole) =>
        {
            for (var at = 0; at < half.Length; at++) half[at] = whole[at] is >= '\uFF01' and <= '\uFF5E' ? (char)(whole[at] - 0xFEE0) : whole[at];
        });
    }

    private static string Close(string text) => Closed().Replace(text, "");

    private static IEnumerable<string> Forms(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        return [value, Convert.ToHexString(bytes), Convert.ToBase64String(bytes).TrimEnd('=')];
    }

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\s\-_.·\u200B-\u200F\u2060\uFEFF]+")]
    private static partial Regex Closed();

    [GeneratedRegex(@"(?<![0-9A-Za-z.])\d{6}[ -]?\d{8}[ -]?\d{3}[0-9Xx](?![0-9A-Za-z])")]
    private static partial Regex IdNumber();

    [GeneratedRegex(@"(?<![0-9A-Za-z.])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![0-9A-Za-z])")]
    private static partial Regex Mobile();
}
