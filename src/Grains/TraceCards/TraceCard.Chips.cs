using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Seasons;

namespace Suyuan.TraceCards;

public sealed partial record TraceCard
{
    public Result<TraceCard> SetChips(SetCardChips command, CardFacts facts, TakenChip? taken)
    {
        if (!Is(command.Card)) return SharedRefusals.NotFound("trace-card");
        var chips = Once(command.Chips);
        if (chips.SequenceEqual(Chips)) return this;
        if (facts.Season.Closed) return SeasonRefusals.Closed(Season);
        var state = StateWith(facts.Progress);
        if (state == CardState.Voided || facts.Progress is { Bales: > 0 } or { State: CardState.FinishedAuto or CardState.FinishedManual })
            return TraceCardRefusals.ChipsFixed(Number, state);
        if (AgainstChips(chips, taken) is { } refusal) return refusal;
        return this with { Revision = Revision + 1, Chips = chips };
    }

    private static Refusal? AgainstChips(ImmutableArray<ChipCode> chips, TakenChip? taken) =>
        chips.Length > MostLabels ? TraceCardRefusals.ImpossibleQuantity(chips.Length, MostLabels) : taken?.Refusal;

    /// <summary>A reader that passes a module twice names its chip twice.</summary>
    private static ImmutableArray<ChipCode> Once(ImmutableArray<ChipCode> chips) => [.. chips.Distinct()];
}
