using Suyuan.Common;

namespace Suyuan.Statistics;

/// <summary>Why a report is refused.</summary>
public static class StatisticsRefusals
{
    /// <summary>A report is asked for by exactly one of unit, grower, gin and region.</summary>
    public static Refusal OneSelector => Refusal.Unprocessable("statistics/one-selector");
}
