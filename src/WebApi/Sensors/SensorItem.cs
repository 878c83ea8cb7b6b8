namespace Suyuan.Sensors;

/// <summary>Sensor in a list.</summary>
internal sealed record SensorItem
{
    public required SensorId Id { get; init; }
    public required string Name { get; init; }
    public string? Zone { get; init; }
    public required IReadOnlyList<MeasuredQuantity> Quantities { get; init; }
    public required DateTimeOffset RegisteredAt { get; init; }
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>When its newest reading was taken.</summary>
    public DateTimeOffset? LastReadingAt { get; init; }
    public required int Revision { get; init; }
}
