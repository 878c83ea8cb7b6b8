using System.Text.Json;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;
using Suyuan.Seasons;

namespace Suyuan.Inputs.Tests;

/// <summary>Inputs and lots, made through the public decisions alone.</summary>
internal static class Given
{
    public static readonly CreditCode Enterprise = CreditCode.Parse("91330100799655058B", null);
    public static readonly Deed By = new("recorder", new DateTimeOffset(2026, 5, 6, 10, 0, 0, ChinaTime.Offset));
    public static readonly FormCatalogue Forms = FormCatalogue.Load();

    private static readonly DateOnly Today = new(2026, 5, 6);

    public static FilledForm Filled(string form, object answers)
    {
        var (asked, given) = (Forms.Get(form), new FormAnswers(JsonSerializer.Serialize(answers, SuyuanJson.Options)));
        return new(asked, given, FormChecker.Check(asked, given, Today, KnownReferences.None));
    }

    public static FilledForm Pesticide(string? registrationNo = "PD20070123", string? name = "吡虫啉", string unit = "bottle") =>
        Filled("input-pesticide", new { name, unit, maker = "某农化厂", registrationNo, kind = "insecticide", toxicity = "low", intervalDays = 14 });

    public static FilledForm Purchase(decimal? quantity = 100, string? producedOn = "2026-01-10", string? validUntil = "2028-01-09") =>
        Filled("input-purchase", new
        {
            purchasedOn = "2026-03-01", quantity, supplier = "农资公司", purchaser = "张三", lotNumber = "20260110", producedOn, validUntil,
        });

    public static Input Item() => new Input().Add("i1", Pesticide(), By).Value;

    public static Input RetiredItem() => Item().Retire(null, By with { Reason = "换品种" }).Value;

    public static InputView View(Input item) => item.ToView(Enterprise, "i1");

    public static InputLot Lot() => new InputLot().Add("l1", View(Item()), Purchase(), By).Value;
}
