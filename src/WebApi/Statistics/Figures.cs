namespace Suyuan.Statistics;

/// <summary>
/// The chain from seed cotton to premium cotton, counted. Everything but `delayed` and `untraced` counts traced cotton alone, so that
/// the figures of growers, units, gins and regions add up to each other.
/// </summary>
public sealed record Figures
{
    /// <summary>Tickets whose printed, not voided card belongs to a unit.</summary>
    public long Tickets { get; init; }

    /// <summary>Seed cotton (籽棉) of those tickets.</summary>
    public decimal NetKg { get; init; }

    public long Cards { get; init; }
    public long Bales => Traced + Delayed + Untraced;
    public long Traced { get; init; }

    /// <summary>Bales that a card's delay (延迟包数) used up.</summary>
    public long Delayed { get; init; }

    /// <summary>Bales pressed without any card.</summary>
    public long Untraced { get; init; }

    public long Inspected { get; init; }
    public long Pending => Traced - Inspected;
    public long Premium { get; init; }
    public long Ordinary => Inspected - Premium;

    /// <summary>Conditioned weight (公定重量) of the traced bales.</summary>
    public decimal ConditionedKg { get; init; }

    /// <summary>Conditioned weight of the premium bales (优质棉).</summary>
    public decimal PremiumKg { get; init; }

    public static Figures Sum(IEnumerable<Figures> parts) => parts.Aggregate(new Figures(), (sum, part) => new()
    {
        Tickets = sum.Tickets + part.Tickets,
        NetKg = sum.NetKg + part.NetKg,
        Cards = sum.Cards + part.Cards,
        Traced = sum.Traced + part.Traced,
        Delayed = sum.Delayed + part.Delayed,
        Untraced = sum.Untraced + part.Untraced,
        Inspected = sum.Inspected + part.Inspected,
        Premium = sum.Premium + part.Premium,
        ConditionedKg = sum.ConditionedKg + part.ConditionedKg,
        PremiumKg = sum.PremiumKg + part.PremiumKg,
    });
}
