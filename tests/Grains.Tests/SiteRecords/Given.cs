using System.Text.Json;
using Suyuan.Common;
using Suyuan.Forms;
using Suyuan.Seasons;

namespace Suyuan.SiteRecords.Tests;

/// <summary>Site records, made through the public decisions alone.</summary>
internal static class Given
{
    public static readonly Deed By = new("recorder", new DateTimeOffset(2026, 5, 6, 10, 0, 0, ChinaTime.Offset));
    public static readonly Deed Because = By with { Reason = "重复录入" };
    public static readonly ExpiredLot Expired = new() { Lot = "l1", Item = "吡虫啉", ValidUntil = new(2026, 5, 1) };

    private static readonly FormCatalogue Forms = FormCatalogue.Load();
    private static readonly DateOnly Today = new(2026, 5, 6);

    public static FilledRecord Filled(string form, object answers, ExpiredLot? expired = null)
    {
        var (asked, given) = (Forms.Get(form), new FormAnswers(JsonSerializer.Serialize(answers, SuyuanJson.Options)));
        var known = KnownReferences.None with { Lots = KnownReferences.None.Lots.Add("l1", "pesticide") };
        return new(new(asked, given, FormChecker.Check(asked, given, Today, known)), expired);
    }

    public static FilledRecord Sanitation(string? place = "包装车间", string? date = "2026-05-05") =>
        Filled("sanitation", new { place, date, cleaner = "张三", item = "地面", result = "passed" });

    public static FilledRecord Issue(ExpiredLot? expired = null) => Filled(
        "input-use", new { date = "2026-05-05", inputs = new[] { new { lot = "l1", quantity = 2.5m } }, purpose = "防治蚜虫", recipient = "李四" }, expired);

    public static SiteRecord Draft(FilledRecord? filled = null) => new SiteRecord().Add("r1", filled ?? Sanitation(), By).Value;

    public static SiteRecord Submitted() => Draft().Submit(Sanitation(), null, By).Value;

    public static SiteRecord Deleted() => Draft().Delete(null, Because).Value;

    public static SiteRecord In(SiteRecordState state) => state switch
    {
        SiteRecordState.Draft => Draft(),
        SiteRecordState.Submitted => Submitted(),
        _ => Deleted(),
    };
}
