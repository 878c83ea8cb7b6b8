namespace Suyuan.Sensors;

/// <summary>A reading (监测读数) as the sensor sent it.</summary>
public readonly record struct Reading(string Quantity, decimal Value, DateTimeOffset At);
