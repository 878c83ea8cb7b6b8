using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Measures;

namespace Suyuan.Bales;

public static class BaleRefusals
{
    public static Refusal WrongGin(BaleBarcode barcode, GinCode gin) =>
        Refusal.Unprocessable("bale/wrong-gin", ("barcode", barcode), ("gin", gin));

    public static Refusal WrongDate(BaleBarcode barcode, DateTimeOffset pressedAt) =>
        Refusal.Unprocessable("bale/wrong-date", ("barcode", barcode), ("pressedAt", pressedAt.ToString("O")));

    public static Refusal ImpossibleWeight(Kilograms gross, Kilograms tare) =>
        Refusal.Unprocessable("bale/impossible-weight", ("grossKg", gross), ("tareKg", tare));

    public static Refusal ImpossiblePercentage(decimal percentage) =>
        Refusal.Unprocessable("bale/impossible-percentage", ("percentage", percentage));

    /// <summary>Which bales are premium depends on the season's rule.</summary>
    public static Refusal SeasonRequired { get; } = Refusal.Unprocessable("bale/season-required");

    public static Refusal ExistsWithDifferentContent(BaleBarcode barcode) =>
        Refusal.Conflict("bale/exists-with-different-content", ("barcode", barcode));
}
