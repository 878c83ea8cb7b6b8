namespace Suyuan.Sensors;

/// <summary>A quantity that a sensor measures, and the range within which its readings can be believed.</summary>
[GenerateSerializer, Immutable, Alias("measured-quantity")]
public sealed record MeasuredQuantity
{
    [Id(0)] public SensorQuantity Quantity { get; init; }
    [Id(1)] public string Unit { get; init; } = "";
    [Id(2)] public decimal Min { get; init; }
    [Id(3)] public decimal Max { get; init; }

    public bool Believes(decimal value) => value >= Min && value <= Max;
}
