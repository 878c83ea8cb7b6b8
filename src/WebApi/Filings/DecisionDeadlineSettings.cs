using System.Globalization;
using Suyuan.Silo.Hosting;

namespace Suyuan.Filings;

/// <summary>
/// `Filings:DecideWithinDays` (20), `Filings:CountedDays` (working or calendar), `Filings:Holidays:0…` and `Filings:Workdays:0…`: weekdays
/// that are no working days, and weekend days that are, as the state council announces them each year.
/// </summary>
internal static class DecisionDeadlineSettings
{
    private const string Section = "Filings";

    public static DecisionDeadline Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        return new()
        {
            Days = Number(section["DecideWithinDays"]) ?? DecisionDeadline.StandardDays,
            Counted = Kind(section["CountedDays"]),
            Holidays = [.. Dates(section.GetSection("Holidays"))],
            Workdays = [.. Dates(section.GetSection("Workdays"))],
        };
    }

    private static int? Number(string? text)
    {
        if (text is null) return null;
        var valid = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days);
        return valid && days is >= 1 and <= DecisionDeadline.MostDays
            ? days
            : throw new NodeStartException($"{Section}:DecideWithinDays is '{text}', not a number of days from 1 to 365.");
    }

    private static CountedDays Kind(string? text) => text?.ToLowerInvariant() switch
    {
        null or "working" => CountedDays.Working,
        "calendar" => CountedDays.Calendar,
        _ => throw new NodeStartException($"{Section}:CountedDays is '{text}', neither working nor calendar."),
    };

    private static IEnumerable<DateOnly> Dates(IConfigurationSection section) => section.GetChildren().Select(child =>
        DateOnly.TryParseExact(child.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new NodeStartException($"{child.Path} is '{child.Value}', not a date as 2026-10-01."));
}
