using Suyuan.Bales;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.GinLines;

/// <summary>What a bale's rules need to know of the world.</summary>
internal sealed record PressFacts
{
    public required SeasonPolicy Policy { get; init; }

    /// <summary>Fresh views of the queued cards, gathered only before a card's first bale.</summary>
    public IReadOnlyDictionary<CardNumber, TraceCardView> Cards { get; init; } = new Dictionary<CardNumber, TraceCardView>();

    /// <summary>The bale already recorded under the barcode, looked up only after the barcode was found taken.</summary>
    public BaleView? Existing { get; init; }
}
