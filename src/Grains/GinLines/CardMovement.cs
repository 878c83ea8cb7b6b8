using Suyuan.Measures;
using Suyuan.TraceCards;

namespace Suyuan.GinLines;

/// <summary>What one decision of the line means for a card; PostgreSQL derives card_progress from it in the same transaction.</summary>
[GenerateSerializer, Immutable, Alias("card-movement")]
public sealed record CardMovement
{
    [Id(0)] public CardNumber Card { get; init; }
    [Id(1)] public CardMove Move { get; init; }
    [Id(2)] public string Unit { get; init; } = "";
    [Id(3)] public Kilograms QuotaKg { get; init; }
    [Id(4)] public Kilograms ProcessedKg { get; init; }
    [Id(5)] public int Bales { get; init; }
    [Id(6)] public int Delay { get; init; }
    [Id(7)] public Kilograms? OvershootKg { get; init; }

    /// <summary>True when the card's first bale is among what is written: its unit is processing from now on.</summary>
    [Id(8)] public bool Begins { get; init; }

    public static CardMovement Of(QueuedCard card, CardMove move) => new()
    {
        Card = card.Card,
        Move = move,
        Unit = card.Unit,
        QuotaKg = card.QuotaKg,
        ProcessedKg = card.ProcessedKg,
        Bales = card.Bales,
        Delay = card.Delay,
        OvershootKg = move == CardMove.FinishedAuto ? card.ProcessedKg - card.QuotaKg : null,
    };

    /// <summary>The card as its next reader sees it, before the movement is stored.</summary>
    public TraceCardView Applied(TraceCardView card, int line) => Move == CardMove.Withdrawn ? card : card with
    {
        State = Move switch
        {
            CardMove.Queued => CardState.Queued,
            CardMove.InWork => CardState.InWork,
            CardMove.FinishedAuto => CardState.FinishedAuto,
            _ => CardState.FinishedManual,
        },
        Line = Move is CardMove.Queued or CardMove.InWork ? line : null,
        ProcessedKg = ProcessedKg,
        Bales = Bales,
    };
}

/// <summary>How a card moves at a line.</summary>
public enum CardMove
{
    Queued,
    InWork,
    FinishedAuto,
    FinishedManual,

    /// <summary>Its unit lost the approval before the first bale: the card leaves the line as if never scanned.</summary>
    Withdrawn,
}
