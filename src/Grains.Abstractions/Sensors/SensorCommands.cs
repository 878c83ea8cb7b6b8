using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Enterprises;

namespace Suyuan.Sensors;

/// <summary>A quantity to measure; without bounds the usual ones of its kind count.</summary>
[GenerateSerializer, Immutable, Alias("wanted-quantity")]
public sealed record WantedQuantity(
    [property: Id(0)] SensorQuantity Quantity, [property: Id(1)] decimal? Min = null, [property: Id(2)] decimal? Max = null);

/// <summary>What a sensor is called, where it stands and what it measures.</summary>
[GenerateSerializer, Immutable, Alias("sensor-description")]
public sealed record SensorDescription(
    [property: Id(0)] string Name, [property: Id(1)] string? Zone, [property: Id(2)] ImmutableArray<WantedQuantity> Quantities);

/// <summary>A new sensor; its device key is in the answer and nowhere else.</summary>
[GenerateSerializer, Immutable, Alias("register-sensor")]
public sealed record RegisterSensor(
    [property: Id(0)] Caller By, [property: Id(1)] CreditCode Enterprise, [property: Id(2)] SensorDescription Sensor);

[GenerateSerializer, Immutable, Alias("edit-sensor")]
public sealed record EditSensor(
    [property: Id(0)] Caller By, [property: Id(1)] CreditCode Enterprise, [property: Id(2)] int? Revision,
    [property: Id(3)] SensorDescription Sensor);

/// <summary>A new key for a sensor, which ends the one before; or the end of the sensor itself.</summary>
[GenerateSerializer, Immutable, Alias("command-of-sensor")]
public sealed record CommandOfSensor([property: Id(0)] Caller By, [property: Id(1)] CreditCode Enterprise);
