using Suyuan.Common;
using Suyuan.Inputs;

namespace Suyuan.SiteRecords;

/// <summary>A lot that was no longer valid on the day of its issue, as the database tells it.</summary>
internal sealed record ExpiredLot
{
    public string Lot { get; init; } = "";
    public string Item { get; init; } = "";
    public DateOnly ValidUntil { get; init; }

    public Refusal ToRefusal() => InputRefusals.LotExpired(Lot, Item, ValidUntil);
}
