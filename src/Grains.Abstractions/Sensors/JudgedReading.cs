namespace Suyuan.Sensors;

/// <summary>A reading that is kept: to 0.0001 and to the microsecond, and flagged when it lies outside the sensor's range.</summary>
public readonly record struct JudgedReading(SensorQuantity Quantity, decimal Value, DateTimeOffset At, bool OutOfRange);
