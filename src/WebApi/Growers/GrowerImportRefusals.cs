using Suyuan.Common;

namespace Suyuan.Growers;

/// <summary>What only a file can get wrong about growers: cells that do not parse, and rows that contradict each other.</summary>
internal static class GrowerImportRefusals
{
    public static Refusal NumberInvalid { get; } = Refusal.Unprocessable("grower/number-invalid");

    public static Refusal NumberOfAnother { get; } = Refusal.Unprocessable("grower/number-of-another");

    public static Refusal MobileInvalid { get; } = Refusal.Unprocessable("grower/mobile-invalid");

    public static Refusal RegionInvalid(string text) => Refusal.Unprocessable("grower/region-invalid", ("text", text));

    public static Refusal SeasonInvalid(string text) => Refusal.Unprocessable("grower/season-invalid", ("text", text));

    public static Refusal PlotCodeInvalid(string text) => Refusal.Unprocessable("grower/plot-code-invalid", ("text", text));

    public static Refusal AreaUnreadable(string text) => Refusal.Unprocessable("grower/area-unreadable", ("text", text));

    public static Refusal LandKindInvalid(string text) => Refusal.Unprocessable("grower/land-kind-invalid", ("text", text));

    public static Refusal RowsDisagree(int row) => Refusal.Unprocessable("grower/rows-disagree", ("row", row));
}
