using System.Globalization;
using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.SiteRecords;

/// <summary>A record's answers with what the database knows of the lots among them.</summary>
internal sealed record FilledRecord(FilledForm Filled, ExpiredLot? Expired)
{
    /// <summary>What keeps it from being submitted.</summary>
    public Refusal? Refusal => Filled.Refusal ?? Expired?.ToRefusal();

    public DateOnly? Day => DayOf(Filled.Form, Filled.Answers);

    /// <summary>The day that a record tells of: its first required date, or else its first.</summary>
    public static DateOnly? DayOf(Form form, FormAnswers answers)
    {
        var dates = form.Fields.Where(field => field.Type is FieldType.Date).OrderByDescending(field => field.Required);
        return dates.Select(field => DayOf(answers.Text(field.Key))).FirstOrDefault(day => day is not null);
    }

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
