using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Suyuan.Common;

/// <summary>
/// Where the next page of a list begins: the last item's sort keys, opaque to the client (base64url of a JSON array of strings).
/// </summary>
internal sealed record Cursor(IReadOnlyList<string> Keys, Refusal? Refusal = null) : IRequestPart<Cursor>
{
    public static string Name => "cursor";

    public bool IsStart => Keys.Count == 0;

    /// <summary>The given sort key, or null on the first page.</summary>
    public string? this[int index] => index < Keys.Count ? Keys[index] : null;

    /// <summary>The given sort key as a time; a cursor that holds another text starts from the beginning of the list.</summary>
    public DateTimeOffset? Time(int index) =>
        DateTimeOffset.TryParseExact(this[index], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToUniversalTime()
            : null;

    /// <summary>The given sort key as a number, else as above.</summary>
    public int? Number(int index) =>
        int.TryParse(this[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The given sort key as a day, else as above.</summary>
    public DateOnly? Day(int index) =>
        DateOnly.TryParseExact(this[index], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public static string Text(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    public static string Of(params string[] keys) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(keys));

    public static ValueTask<Cursor> BindAsync(HttpContext context) => ValueTask.FromResult(Read(context.Request.Query[Name]));

    internal static Cursor Read(string? text)
    {
        if (text is null) return new([]);
        try
        {
            var keys = JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(text));
            if (keys is { Length: > 0 and <= 8 } && keys.All(key => key is not null && !Controls.Has(key))) return new(keys);
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException)
        {
            // A cursor that we did not make: answered below like any other malformed parameter.
        }

        return new([], WebRefusals.MalformedParameter(Name));
    }
}
