using System.Globalization;

namespace Suyuan.Common;

/// <summary>How many items one page of a list holds: 1 to 200, 50 when not said.</summary>
internal readonly record struct Limit(int Value, Refusal? Refusal = null) : IRequestPart<Limit>
{
    public const int Standard = 50;
    public const int Largest = 200;

    public static string Name => "limit";

    public static ValueTask<Limit> BindAsync(HttpContext context) => ValueTask.FromResult(Read(context.Request.Query[Name]));

    internal static Limit Read(string? text)
    {
        if (text is null) return new(Standard);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= Largest
            ? new(value)
            : new(Standard, WebRefusals.MalformedParameter(Name));
    }
}
