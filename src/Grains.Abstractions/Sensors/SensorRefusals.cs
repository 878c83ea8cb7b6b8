using Suyuan.Common;

namespace Suyuan.Sensors;

/// <summary>Why something is refused to a sensor or about it.</summary>
public static class SensorRefusals
{
    /// <summary>A name has 1 to 60 characters.</summary>
    public static Refusal NameInvalid => Refusal.Unprocessable("sensor/name-invalid");

    /// <summary>At least one quantity, and none twice.</summary>
    public static Refusal QuantitiesInvalid => Refusal.Unprocessable("sensor/quantities-invalid");

    /// <summary>The lower bound lies below the upper one, and both have a size that a reading may have.</summary>
    public static Refusal RangeInvalid(SensorQuantity quantity) => Refusal.Unprocessable("sensor/range-invalid", ("quantity", quantity));

    /// <summary>No production zone of this enterprise, or one that is retired.</summary>
    public static Refusal UnknownZone => Refusal.Unprocessable("sensor/unknown-zone");

    public static Refusal Retired => Refusal.Conflict("sensor/retired");

    /// <summary>A registration under this idempotency key made another sensor.</summary>
    public static Refusal ExistsWithDifferentContent => Refusal.Conflict("sensor/exists-with-different-content");

    /// <summary>The sensor does not measure this.</summary>
    public static Refusal UnknownQuantity(string quantity) => Refusal.Unprocessable("sensor/unknown-quantity", ("quantity", quantity));

    public static Refusal ValueTooLarge => Refusal.Unprocessable("sensor/value-too-large");

    /// <summary>More than five minutes ahead: the device's clock is wrong.</summary>
    public static Refusal ReadingInFuture(DateTimeOffset latest) =>
        Refusal.Unprocessable("sensor/reading-in-future", ("latest", latest.ToString("yyyy-MM-ddTHH:mm:sszzz", null)));

    /// <summary>Older than what is kept.</summary>
    public static Refusal ReadingTooOld(DateOnly earliest) =>
        Refusal.Unprocessable("sensor/reading-too-old", ("earliest", earliest.ToString("yyyy-MM-dd", null)));

    /// <summary>The sensor said something else for this very moment before; the first word stands.</summary>
    public static Refusal ReadingDiffers => Refusal.Conflict("sensor/reading-differs");

    public static Refusal TooManyReadings(int most) => Refusal.Unprocessable("sensor/too-many-readings", ("most", most));

    /// <summary>A chart shows so many points of each quantity and no more.</summary>
    public static Refusal ChartTooLong(int most) => Refusal.Unprocessable("sensor/chart-too-long", ("most", most));
}
