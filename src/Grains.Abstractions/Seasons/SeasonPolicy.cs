using Suyuan.Common;
using Suyuan.Measures;

namespace Suyuan.Seasons;

/// <summary>
/// Season policy (年度政策): everything that a notice of the corps may set anew each year. A member left out takes its default.
/// </summary>
[GenerateSerializer, Immutable, Alias("season-policy")]
public sealed record SeasonPolicy : IRevisioned
{
    [Id(0)] public SeasonYear Season { get; init; }
    [Id(1)] public MinimumAreas MinimumAreaMu { get; init; } = new();

    /// <summary>Last day on which units may be formed, until 24:00 China time; none when null. So are the other two.</summary>
    [Id(2)] public DateOnly? FormingDeadline { get; init; }
    [Id(3)] public DateOnly? DeliveryDeadline { get; init; }
    [Id(4)] public DateOnly? GinningDeadline { get; init; }
    [Id(5)] public PremiumRule Premium { get; init; } = new();
    [Id(6)] public decimal RateYuanPerKg { get; init; } = 0.35m;
    [Id(7)] public RateBasis RateBasis { get; init; }
    [Id(8)] public decimal StandardImpurityPct { get; init; } = 2.5m;
    [Id(9)] public decimal ConditionedRegainPct { get; init; } = 8.5m;
    [Id(10)] public ProcessedBasis ProcessedBasis { get; init; }
    [Id(11)] public QueueLimits QueueLimits { get; init; } = new();
    [Id(12)] public int MaximumDelayBales { get; init; } = 20;

    /// <summary>A ticket uploaded later than this after gross weighing is late.</summary>
    [Id(13)] public int UploadWindowHours { get; init; } = 24;

    /// <summary>Used only to show a quota as a number of bales.</summary>
    [Id(14)] public Kilograms KilogramsPerBale { get; init; } = Kilograms.Of(227);
    [Id(15)] public string GradingEdition { get; init; } = "GB 1103.1-2023";

    /// <summary>A closed season never changes again.</summary>
    [Id(16)] public bool Closed { get; init; }
    [Id(17)] public int Revision { get; init; }
}
