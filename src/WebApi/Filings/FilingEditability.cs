using Suyuan.Common;

namespace Suyuan.Filings;

/// <summary>Whether the caller may edit a filing now, and so for every other deed.</summary>
internal sealed record FilingEditability
{
    public required bool Allowed { get; init; }
    public required IReadOnlyList<ReasonWhyNot> Refusals { get; init; }

    /// <summary>Every deed by its name.</summary>
    public required IReadOnlyDictionary<string, WhyNot> Deeds { get; init; }

    public static FilingEditability Of(FilingVerdicts verdicts, Reasons reasons)
    {
        var edit = reasons.For(verdicts.On(FilingDeed.Edit));
        return new()
        {
            Allowed = edit.Allowed,
            Refusals = edit.Refusals,
            Deeds = verdicts.Deeds.ToDictionary(judged => judged.Deed.Stored(), judged => reasons.For(judged.Verdict)),
        };
    }
}
