using System.Collections.Immutable;
using System.Globalization;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Measures;
using Suyuan.Seasons;

namespace Suyuan.Bales;

/// <summary>What a bale may be: its barcode against gin and date, its weights, its warnings (GL2, GL10).</summary>
internal static class BaleContent
{
    private static readonly Kilograms Heaviest = new(1_000);
    private static readonly Kilograms LightestNormal = new(217);
    private static readonly Kilograms HeaviestNormal = new(237);

    /// <summary>PostgreSQL keeps times to the microsecond, a collector may send more digits.</summary>
    private static readonly TimeSpan DatabaseClockTick = TimeSpan.FromMicroseconds(1);
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);
    private const decimal HighestNormalRegainPct = 10m;
    private const decimal HighestPct = 50m;

    public static Refusal? Fault(PressedBale bale, GinCode gin)
    {
        if (bale.TareKg < Kilograms.Zero || bale.GrossKg <= bale.TareKg || bale.GrossKg > Heaviest)
            return BaleRefusals.ImpossibleWeight(bale.GrossKg, bale.TareKg);
        if (bale.RegainPct is < 0 or > HighestPct) return BaleRefusals.ImpossiblePercentage(bale.RegainPct);
        if (bale.ImpurityPct is < 0 or > HighestPct) return BaleRefusals.ImpossiblePercentage(bale.ImpurityPct.Value);

        var layout = BarcodeLayout.Default;
        if (layout.GinOf(bale.Barcode) != gin.Value) return BaleRefusals.WrongGin(bale.Barcode, gin);
        return layout.DateOf(bale.Barcode) is { } date && Near(date, bale.PressedAt)
            ? null
            : BaleRefusals.WrongDate(bale.Barcode, bale.PressedAt);
    }

    /// <summary>The day of the label and of the press may differ by a night shift's midnight.</summary>
    private static bool Near(DateOnly date, DateTimeOffset pressedAt) =>
        Math.Abs(ChinaTime.DateOf(pressedAt).DayNumber - date.DayNumber) <= 1;

    public static bool Same(PressedBale bale, BaleView known) =>
        bale.GrossKg == known.GrossKg && bale.TareKg == known.TareKg && bale.RegainPct == known.RegainPct
        && bale.ImpurityPct == known.ImpurityPct && (bale.PressedAt - known.PressedAt).Duration() < DatabaseClockTick;

    public static ImmutableArray<BaleWarning> WarningsOf(PressedBale bale, SeasonPolicy policy, DateTimeOffset now)
    {
        var warnings = ImmutableArray.CreateBuilder<BaleWarning>();
        if (bale.GrossKg < LightestNormal || bale.GrossKg > HeaviestNormal) warnings.Add(BaleWarning.GrossOutOfRange);
        if (bale.RegainPct > HighestNormalRegainPct) warnings.Add(BaleWarning.RegainTooHigh);
        if (bale.PressedAt > now + ClockTolerance || SeasonYear.Of(bale.PressedAt) != SeasonYear.Of(now))
            warnings.Add(BaleWarning.ClockWrong);
        if (ChinaTime.Passed(policy.GinningDeadline, bale.PressedAt)) warnings.Add(BaleWarning.AfterGinningDeadline);
        return warnings.DrainToImmutable();
    }

    /// <summary>What the bale counts towards the card's quota (实时加工重量), on the season's basis.</summary>
    public static Kilograms ProcessedKg(PressedBale bale, SeasonPolicy policy)
    {
        var net = bale.GrossKg - bale.TareKg;
        var lint = new LintStandard(policy.StandardImpurityPct, policy.ConditionedRegainPct);
        return policy.ProcessedBasis switch
        {
            ProcessedBasis.Gross => bale.GrossKg,
            ProcessedBasis.Net => net,
            // Until inspected, impurity is taken as standard: its factor is one.
            _ => Kilograms.Rounded(lint.ConditionedKg(net, bale.ImpurityPct ?? policy.StandardImpurityPct, bale.RegainPct)),
        };
    }
}
