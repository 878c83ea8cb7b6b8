using System.Collections.Immutable;

namespace Suyuan.Statistics;

/// <summary>
/// Allocation of a unit's premium cotton to its growers (优质棉分配) in the proportion of their traced deliveries, to 0.01 kg, by largest
/// remainder (ST4). Pure; it stands here because the reports that use it are answered on the web side.
/// </summary>
public static class Allocation
{
    private const decimal StepsPerKg = 100m;
    private const decimal GramsPerKg = 1000m;

    /// <summary>
    /// Each grower's part in the order given. The parts sum exactly to the total. A single grower gets all of it, delivered or not;
    /// when several growers delivered nothing at all there is no proportion, and nobody gets anything.
    /// </summary>
    public static ImmutableArray<decimal> Share(decimal totalKg, IReadOnlyList<Delivery> deliveries)
    {
        var total = Whole(totalKg * StepsPerKg, nameof(totalKg));
        var weights = deliveries.Select(delivery => Whole(delivery.NetKg * GramsPerKg, nameof(deliveries))).ToArray();
        if (weights.Length == 1) return [totalKg];

        var sum = weights.Aggregate(Int128.Zero, (so, weight) => so + weight);
        if (sum == 0) return [.. weights.Select(_ => 0m)];

        var steps = weights.Select(weight => (Int128)total * weight / sum).ToArray();
        var left = (int)(total - steps.Aggregate(Int128.Zero, (so, step) => so + step));
        foreach (var index in LargestRemainders(total, sum, weights, deliveries).Take(left)) steps[index]++;
        return [.. steps.Select(step => (decimal)step / StepsPerKg)];
    }

    /// <summary>Equal remainders go by the grower's id, so that the same figures are always shared the same way.</summary>
    private static IEnumerable<int> LargestRemainders(Int128 total, Int128 sum, long[] weights, IReadOnlyList<Delivery> deliveries) =>
        Enumerable.Range(0, weights.Length)
            .OrderByDescending(index => total * weights[index] % sum)
            .ThenBy(index => deliveries[index].Grower, StringComparer.Ordinal);

    private static long Whole(decimal amount, string name) => amount >= 0 && decimal.IsInteger(amount)
        ? (long)amount
        : throw new ArgumentOutOfRangeException(name, amount, "Neither negative nor finer than the scale.");
}
