using System.Globalization;
using Suyuan.Common;

namespace Suyuan.Changes;

/// <summary>Where in the feed to go on: the position, and the change at that position that was seen last.</summary>
internal sealed record After(long Position, string Kind, string Key, int Version, Refusal? Refusal = null) : IRequestPart<After>
{
    private static readonly After Start = new(0, "", "", 0);

    public static string Name => "after";

    /// <summary>Everything before this position was seen.</summary>
    public static After All(long position) => new(position, "", "", 0);

    public static ValueTask<After> BindAsync(HttpContext context)
    {
        var text = context.Request.Query[Name].ToString();
        return ValueTask.FromResult(text.Length == 0 ? Start : Read(text));
    }

    public override string ToString() =>
        Cursor.Of(Position.ToString(CultureInfo.InvariantCulture), Kind, Key, Version.ToString(CultureInfo.InvariantCulture));

    private static After Read(string text) =>
        Cursor.Read(text) is { Refusal: null, Keys: [var position, var kind, var key, var version] }
        && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? new(at, kind, key, seen)
            : Start with { Refusal = WebRefusals.MalformedParameter(Name) };
}

/// <summary>How many seconds an empty answer may wait for something to tell: 0 to 25, below what proxies usually allow.</summary>
internal readonly record struct Wait(int Seconds, Refusal? Refusal = null) : IRequestPart<Wait>
{
    private const int Longest = 25;

    public static string Name => "wait";

    public static ValueTask<Wait> BindAsync(HttpContext context)
    {
        var text = context.Request.Query[Name].ToString();
        return ValueTask.FromResult(
            text.Length == 0 ? new(0)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= Longest ? new(seconds)
            : new Wait(0, WebRefusals.MalformedParameter(Name)));
    }
}
