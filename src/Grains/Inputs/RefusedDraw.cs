using Suyuan.Common;

namespace Suyuan.Inputs;

/// <summary>The lot that stands in the way of a draw, as the database tells it.</summary>
internal sealed record RefusedDraw
{
    public string Lot { get; init; } = "";

    /// <summary>The name of what the lot is of; null when there is no such lot.</summary>
    public string? Item { get; init; }
    public decimal Asked { get; init; }
    public decimal? Left { get; init; }
    public bool? Retired { get; init; }

    public Refusal ToRefusal()
    {
        if (Item is null || Left is not { } left) return InputRefusals.LotUnknown(Lot);
        return Retired is true ? InputRefusals.LotRetired(Lot, Item) : InputRefusals.InsufficientStock(Lot, Item, Asked, left);
    }
}
