using FsCheck;
using FsCheck.Fluent;

namespace Suyuan.Statistics.Tests;

public sealed class AllocationTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    /// <summary>A total in steps of 0.01 kg and deliveries in grams, among them zeros and equals.</summary>
    private static Arbitrary<(decimal Total, Delivery[] Deliveries)> Cases { get; } =
        (from total in Gen.OneOf(Gen.Choose(0, 100), Gen.Choose(0, int.MaxValue))
         from grams in Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, int.MaxValue), Gen.Constant(2_500_000)).NonEmptyListOf()
         select (total / 100m, grams.Select((gram, index) => new Delivery($"h{index}", gram / 1000m)).ToArray())).ToArbitrary();

    private static bool HasProportion(Delivery[] deliveries) => deliveries.Length == 1 || deliveries.Any(delivery => delivery.NetKg > 0);

    [Fact]
    public void Parts_sum_exactly_to_the_total_ST4() => Prop.ForAll(Cases, one =>
        Allocation.Share(one.Total, one.Deliveries).Sum() == (HasProportion(one.Deliveries) ? one.Total : 0)).Check(Thorough);

    [Fact]
    public void No_part_is_negative_nor_finer_than_a_hundredth_ST4() => Prop.ForAll(Cases, one =>
        Allocation.Share(one.Total, one.Deliveries).All(part => part >= 0 && decimal.Round(part, 2) == part)).Check(Thorough);

    [Fact]
    public void Each_part_is_less_than_a_hundredth_off_its_proportion_ST4() => Prop.ForAll(Cases, one =>
    {
        var delivered = one.Deliveries.Sum(delivery => delivery.NetKg);
        return delivered == 0 || Allocation.Share(one.Total, one.Deliveries)
            .Zip(one.Deliveries, (part, delivery) => Math.Abs(part - one.Total * delivery.NetKg / delivered)).All(off => off < 0.01m);
    }).Check(Thorough);

    [Fact]
    public void Who_delivered_more_never_gets_less_ST4() => Prop.ForAll(Cases, one =>
    {
        var ordered = Allocation.Share(one.Total, one.Deliveries).Zip(one.Deliveries).OrderBy(pair => pair.Second.NetKg).ThenBy(pair => pair.First);
        return ordered.Zip(ordered.Skip(1)).All(pair => pair.First.First <= pair.Second.First);
    }).Check(Thorough);

    [Fact]
    public void The_order_of_the_growers_changes_nobodys_part_ST4() => Prop.ForAll(Cases, one =>
    {
        var forth = Allocation.Share(one.Total, one.Deliveries);
        var back = Allocation.Share(one.Total, [.. one.Deliveries.Reverse()]);
        return forth.SequenceEqual(back.Reverse());
    }).Check(Thorough);

    [Fact]
    public void The_worked_example_holds_ST4() => Assert.Equal(
        [36_000m, 54_000m, 30_000m],
        Allocation.Share(120_000m, [new("a", 300_000m), new("b", 450_000m), new("c", 250_000m)]).ToArray());

    [Fact]
    public void Equal_remainders_go_by_the_growers_id_ST4() => Assert.Equal(
        [0.33m, 0.34m, 0.33m],
        Allocation.Share(1m, [new("hb", 10m), new("ha", 10m), new("hc", 10m)]).ToArray());

    [Fact]
    public void A_single_grower_gets_all_even_before_the_delivery_is_weighed_ST4() =>
        Assert.Equal([123.45m], Allocation.Share(123.45m, [new("h", 0m)]).ToArray());

    [Fact]
    public void Several_growers_who_delivered_nothing_have_no_proportion_ST4() =>
        Assert.Equal([0m, 0m], Allocation.Share(5m, [new("h1", 0m), new("h2", 0m)]).ToArray());

    [Fact]
    public void A_grower_who_delivered_nothing_gets_nothing_ST4() =>
        Assert.Equal([5m, 0m], Allocation.Share(5m, [new("h1", 0.001m), new("h2", 0m)]).ToArray());

    [Fact]
    public void A_unit_without_growers_shares_nothing_ST4() => Assert.Empty(Allocation.Share(0m, []));
}
