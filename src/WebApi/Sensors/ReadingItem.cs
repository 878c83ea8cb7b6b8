namespace Suyuan.Sensors;

/// <summary>A reading as it is kept.</summary>
internal sealed record ReadingItem(SensorQuantity Quantity, decimal Value, DateTimeOffset At, bool OutOfRange)
{
    public string Unit => QuantityTraits.Of(Quantity).Unit;
}
