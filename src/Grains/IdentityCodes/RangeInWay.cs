using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>
/// A bound range in the way of another, as the database tells it. Codes are bound inside the enterprise's own runs alone, so it is its own.
/// </summary>
internal sealed record RangeInWay
{
    public string Range { get; init; } = "";
    public string Batch { get; init; } = "";
    public string Start { get; init; } = "";
    public string End { get; init; } = "";

    public Refusal ToRefusal() => IdentityCodeRefusals.Overlap(Range, Batch, Start, End);
}
