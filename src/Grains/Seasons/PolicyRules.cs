using Suyuan.Common;

namespace Suyuan.Seasons;

/// <summary>What a season's policy may say: no figure outside what can be meant, whatever a notice may bring.</summary>
internal static class PolicyRules
{
    private static readonly string[] MicronaireLevels = ["A", "B1", "B2", "C1", "C2"];

    /// <summary>A part sent as null is a part left out.</summary>
    public static SeasonPolicy Complete(SeasonPolicy policy)
    {
        var premium = policy.Premium ?? new();
        return policy with
        {
            MinimumAreaMu = policy.MinimumAreaMu ?? new(),
            Premium = premium.MicronaireLevels.IsDefault ? premium with { MicronaireLevels = [] } : premium,
            QueueLimits = policy.QueueLimits ?? new(),
            GradingEdition = policy.GradingEdition ?? "",
        };
    }

    public static Refusal? Broken(SeasonPolicy policy) =>
        Ranges(policy).FirstOrDefault(range => !range.Holds)?.Refusal ?? BrokenLevels(policy) ?? BrokenDeadlines(policy)
        ?? (Wording.Fits(policy.GradingEdition, 40) ? null : SeasonRefusals.GradingEditionInvalid);

    private static IEnumerable<Range> Ranges(SeasonPolicy policy) =>
    [
        new("minimumAreaMu.company", policy.MinimumAreaMu.Company.Value, 0, 1_000_000),
        new("minimumAreaMu.free", policy.MinimumAreaMu.Free.Value, 0, 1_000_000),
        new("minimumAreaMu.cooperative", policy.MinimumAreaMu.Cooperative.Value, 0, 1_000_000),
        new("minimumAreaMu.individual", policy.MinimumAreaMu.Individual.Value, 0, 1_000_000),
        new("premium.minimumLengthMm", policy.Premium.MinimumLengthMm, 20, 45),
        new("premium.minimumStrength", policy.Premium.MinimumStrength, 10, 60),
        new("premium.minimumUniformity", policy.Premium.MinimumUniformity ?? 50, 50, 100),
        new("rateYuanPerKg", policy.RateYuanPerKg, 0, 100),
        new("standardImpurityPct", policy.StandardImpurityPct, 0, 50),
        new("conditionedRegainPct", policy.ConditionedRegainPct, 0, 50),
        new("queueLimits.four", policy.QueueLimits.Four, 1, 100),
        new("queueLimits.five", policy.QueueLimits.Five, 1, 100),
        new("queueLimits.six", policy.QueueLimits.Six, 1, 100),
        new("maximumDelayBales", policy.MaximumDelayBales, 0, 200),
        new("uploadWindowHours", policy.UploadWindowHours, 1, 8784),
        new("kilogramsPerBale", policy.KilogramsPerBale.Value, 1, 1000),
    ];

    private static Refusal? BrokenLevels(SeasonPolicy policy)
    {
        var levels = policy.Premium.MicronaireLevels;
        if (levels.IsEmpty) return SeasonRefusals.MicronaireLevelsRequired;
        var unknown = levels.FirstOrDefault(level => !MicronaireLevels.Contains(level, StringComparer.Ordinal), "A");
        return unknown == "A" ? null : SeasonRefusals.UnknownMicronaireLevel(unknown);
    }

    private static Refusal? BrokenDeadlines(SeasonPolicy policy)
    {
        if (policy.FormingDeadline > policy.DeliveryDeadline) return SeasonRefusals.DeadlineOrder("formingDeadline", "deliveryDeadline");
        if (policy.DeliveryDeadline > policy.GinningDeadline) return SeasonRefusals.DeadlineOrder("deliveryDeadline", "ginningDeadline");
        return policy.FormingDeadline > policy.GinningDeadline
            ? SeasonRefusals.DeadlineOrder("formingDeadline", "ginningDeadline")
            : null;
    }

    private sealed record Range(string Member, decimal Value, decimal Least, decimal Most)
    {
        public bool Holds => Value >= Least && Value <= Most;

        public Refusal Refusal => SeasonRefusals.OutOfRange(Member, Value, Least, Most);
    }
}
