using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Suyuan.Forms;

namespace Suyuan.Batches;

/// <summary>
/// The pre-harvest interval (安全间隔期, BT4): nothing is harvested from the first application of a pesticide until its interval is over,
/// where the plots of both meet. Drafts count: what they tell of happened.
/// </summary>
internal static class PreHarvestInterval
{
    private const int LongestInterval = 36_500;

    public static PestControl? PestControlOf(string record, FilledForm filled)
    {
        if (filled.Form.Stage?.Rule is not StageRule.PestControl) return null;
        var answers = filled.Answers.ToObject();
        if (StageDates.Of(answers, "lastDate") is not { } last || IntervalOf(answers) is not { } days) return null;
        var first = StageDates.Of(answers, "firstDate") ?? last;
        return new()
        {
            Record = record,
            FirstDate = first < last ? first : last,
            LastDate = last,
            IntervalDays = days,
            Plots = RecordPlots.Of(filled),
        };
    }

    public static Harvest? HarvestOf(string record, FilledForm filled)
    {
        if (filled.Form.Stage?.Rule is not StageRule.Harvest) return null;
        var answers = filled.Answers.ToObject();
        return StageDates.Of(answers, "date") is { } date ? new() { Record = record, Date = date, Plots = RecordPlots.Of(filled) } : null;
    }

    /// <summary>The harvest marked with the first lawful day, or unmarked when it is lawful.</summary>
    public static Harvest Judged(Harvest harvest, ImmutableArray<PestControl> applications)
    {
        var day = harvest.Date;
        // The day that one interval ends may lie in another's.
        while (applications.Where(applied => applied.Forbids(day, harvest.Plots)).MaxBy(applied => applied.LawfulFrom) is { } last)
            day = last.LawfulFrom;
        return harvest with { LawfulFrom = day == harvest.Date ? null : day };
    }

    private static int? IntervalOf(JsonObject answers) =>
        answers["intervalDays"] is JsonValue value && value.TryGetValue<decimal>(out var days) && days >= 0
            ? (int)Math.Min(Math.Ceiling(days), LongestInterval)
            : null;
}
