using Suyuan.Common;

namespace Suyuan.Inputs.Tests;

public sealed class InputDrawTests
{
    private static readonly RefusedDraw Short = new() { Lot = "a1", Item = "吡虫啉", Asked = 12.5m, Left = 3, Retired = false };

    [Fact]
    public void Lot_that_is_short_is_named_with_what_was_asked_and_what_is_left_SR2() =>
        Said(InputRefusals.InsufficientStock("a1", "吡虫啉", 12.5m, 3), Short);

    [Fact]
    public void Retired_lot_gives_nothing_more_SR2() => Said(InputRefusals.LotRetired("a1", "吡虫啉"), Short with { Retired = true });

    [Fact]
    public void Lot_that_is_not_the_enterprise_s_is_unknown_SR2() => Said(InputRefusals.LotUnknown("a1"), Short with { Item = null, Left = null });

    private static void Said(Refusal expected, RefusedDraw draw) => Refused.With(expected, (Result<RefusedDraw>)draw.ToRefusal());
}
