using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Inputs.Tests;

public sealed class InputLotTests
{
    [Fact]
    public void Lot_tells_what_was_purchased_used_and_is_left_SR2()
    {
        var view = Given.Lot().ToView(Given.Enterprise, "l1", Given.View(Given.Item()), 12.5m);

        Assert.Equal((100m, 12.5m, 87.5m, "bottle"), (view.Quantity, view.Used, view.Left, view.Unit));
    }

    [Fact]
    public void Nothing_is_left_of_a_retired_lot_SR2()
    {
        var retired = Given.Lot().Retire(1, Given.By with { Reason = "过期销毁" }).Value;

        Assert.Equal(0, retired.ToView(Given.Enterprise, "l1", Given.View(Given.Item()), 12.5m).Left);
        Assert.Null(retired.Reinstate(null, Given.By).Value.Retired);
        Refused.With(InputRefusals.ReasonRequired, Given.Lot().Retire(1, Given.By with { Reason = new string('长', 501) }));
    }

    [Fact]
    public void Nothing_more_is_bought_of_a_retired_item_SR2() => Refused.With(
        InputRefusals.Retired("吡虫啉"), new InputLot().Add("l1", Given.View(Given.RetiredItem()), Given.Purchase(), Given.By));

    [Fact]
    public void Lot_is_valid_after_it_was_produced_SR2()
    {
        Refused.With(
            FormRefusals.AnswersInvalid([new("validUntil", InputRefusals.ValidityBeforeProduction)]),
            Given.Lot().Edit(Given.Purchase(validUntil: "2026-01-09"), 1, Given.By));
        Assert.False(Given.Lot().Edit(Given.Purchase(validUntil: "2026-01-10"), 1, Given.By).Refused);
        Assert.False(Given.Lot().Edit(Given.Purchase(producedOn: null, validUntil: "2025-01-10"), 1, Given.By).Refused);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-1)]
    public void Purchase_is_of_something_SR2(int? quantity) =>
        Assert.Equal("quantity", Assert.Single(new InputLot().Add("l1", Given.View(Given.Item()), Given.Purchase(quantity), Given.By).Refusal!.Fields!.Value).Path);

    [Fact]
    public void Entering_the_same_purchase_again_is_a_repetition_and_something_else_is_not()
    {
        var lot = Given.Lot();

        Assert.Same(lot, lot.Add("l1", Given.View(Given.RetiredItem()), Given.Purchase(), Given.By).Value);
        Refused.With(InputRefusals.ExistsWithDifferentContent("l1"), lot.Add("l1", Given.View(Given.Item()), Given.Purchase(99), Given.By));
        Refused.With(SharedRefusals.Stale(1), lot.Edit(Given.Purchase(99), 2, Given.By));
    }
}
