using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Seasons;

namespace Suyuan.Sensors;

/// <summary>Which readings of a sensor are kept (SR3), judged by its quantities at a moment.</summary>
public sealed class ReadingRules(ImmutableArray<MeasuredQuantity> quantities, DateTimeOffset now, int monthsKept)
{
    public const int MostAtOnce = 10_000;
    public const int StandardMonthsKept = 36;

    private const int Places = 4;
    private const decimal Largest = 99_999_999m;

    /// <summary>A device's clock may be a little ahead.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private readonly DateTimeOffset latest = now + Ahead;
    private readonly DateTimeOffset earliest = OldestKept(now, monthsKept);
    private readonly Dictionary<SensorQuantity, MeasuredQuantity> measured = quantities.ToDictionary(quantity => quantity.Quantity);

    /// <summary>Whole months are kept and whole months go, by the calendar in China.</summary>
    public static DateTimeOffset OldestKept(DateTimeOffset now, int monthsKept)
    {
        var today = ChinaTime.DateOf(now);
        return new DateTimeOffset(today.Year, today.Month, 1, 0, 0, 0, ChinaTime.Offset).AddMonths(-monthsKept).ToUniversalTime();
    }

    /// <summary>Why the reading is refused, or null; then `judged` is what is kept.</summary>
    public Refusal? Judge(Reading reading, out JudgedReading judged)
    {
        judged = default;
        if (QuantityTraits.Find(reading.Quantity) is not { } traits || !measured.TryGetValue(traits.Quantity, out var quantity))
            return SensorRefusals.UnknownQuantity(reading.Quantity);
        if (Math.Abs(reading.Value) > Largest) return SensorRefusals.ValueTooLarge;
        if (reading.At > latest) return SensorRefusals.ReadingInFuture(ChinaTime.At(latest));
        if (reading.At < earliest) return SensorRefusals.ReadingTooOld(ChinaTime.DateOf(earliest));

        var value = decimal.Round(reading.Value, Places);
        var at = new DateTimeOffset(reading.At.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        judged = new(traits.Quantity, value, at, !quantity.Believes(value));
        return null;
    }
}
