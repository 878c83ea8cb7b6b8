using Suyuan.Common;

namespace Suyuan.TraceCards;

/// <summary>A chip that another card of the gin's season carries (fact find_taken_chip).</summary>
public sealed record TakenChip
{
    public ChipCode Chip { get; init; }
    public CardNumber Card { get; init; }

    public Refusal Refusal => TraceCardRefusals.ChipTaken(Chip, Card);
}
