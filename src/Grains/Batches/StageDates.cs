using System.Globalization;
using System.Text.Json.Nodes;
using Suyuan.Forms;

namespace Suyuan.Batches;

/// <summary>Dates among answers, which may be a draft's and then anything.</summary>
internal static class StageDates
{
    private const int EarliestYear = 1900;

    public static DateOnly? Of(JsonObject answers, string field) =>
        answers[field] is JsonValue value && value.TryGetValue<string>(out var text)
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year >= EarliestYear
            ? date
            : null;

    /// <summary>The day that a record tells of: the first date that its form asks for and it answers.</summary>
    public static DateOnly? OccurredOn(FilledForm filled)
    {
        var answers = filled.Answers.ToObject();
        return filled.Form.Fields.Where(field => field.Type is FieldType.Date).Select(field => Of(answers, field.Key))
            .FirstOrDefault(date => date is not null);
    }
}
