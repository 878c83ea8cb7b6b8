using System.Globalization;
using Suyuan.Seasons;

namespace Suyuan.Common;

/// <summary>
/// A bound of a span in a query string: a moment with its offset (RFC 3339), or a day of China, which as a lower bound means its beginning
/// and as an upper one its end.
/// </summary>
internal readonly record struct Moment(DateTimeOffset Begin, DateTimeOffset End) : IParsable<Moment>
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz",
    ];

    public static Moment Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var moment) ? moment : throw new FormatException("Neither a moment nor a day.");

    public static bool TryParse(string? s, IFormatProvider? provider, out Moment result)
    {
        result = default;
        if (DateOnly.TryParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            if (ChinaTime.Begin(day) is not { } begin || ChinaTime.End(day) is not { } end) return false;
            result = new(begin, end);
            return true;
        }

        if (s is null || !HasOffset(s)
            || !DateTimeOffset.TryParseExact(s, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            return false;
        result = new(moment.ToUniversalTime(), moment.ToUniversalTime());
        return true;
    }

    public override string ToString() => Begin.ToString("O", CultureInfo.InvariantCulture);

    private static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
}
