using Suyuan.Bales;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.GinLines;

/// <summary>What the rules of one turn need to know of the world.</summary>
internal sealed record LineFacts
{
    public required DateTimeOffset Now { get; init; }
    public required SeasonPolicy Policy { get; init; }

    /// <summary>Fresh views of the cards that the turn asked for; null for a number that nobody printed.</summary>
    public IReadOnlyDictionary<CardNumber, TraceCardView?> Cards { get; init; } = new Dictionary<CardNumber, TraceCardView?>();

    /// <summary>Bales already recorded, looked up only after a barcode was found taken.</summary>
    public IReadOnlyDictionary<BaleBarcode, BaleView> Bales { get; init; } = new Dictionary<BaleBarcode, BaleView>();

    /// <summary>What earlier turns made of messages that come again, by their identity.</summary>
    public IReadOnlyDictionary<MessageIdentity, LineEvent> Earlier { get; init; } = new Dictionary<MessageIdentity, LineEvent>();
}
