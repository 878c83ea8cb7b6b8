using Suyuan.GinLines;
using Suyuan.Measures;

namespace Suyuan.TraceCards;

/// <summary>
/// What the gin lines did with a card (fact find_card_progress). The lines' records are the truth; PostgreSQL derives this from them
/// in the line's own transaction.
/// </summary>
public sealed record CardProgress
{
    /// <summary>The line where the card waits or is in work; absent once it is finished.</summary>
    public int? Line { get; init; }

    public CardState State { get; init; }
    public Kilograms ProcessedKg { get; init; }
    public int Bales { get; init; }
    public Kilograms? OvershootKg { get; init; }
}
