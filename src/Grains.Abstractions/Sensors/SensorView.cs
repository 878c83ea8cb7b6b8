using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Sensors;

/// <summary>Sensor (传感器) of an enterprise.</summary>
[GenerateSerializer, Immutable, Alias("sensor-view")]
public sealed record SensorView : IRevisioned
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public SensorId Id { get; init; }
    [Id(2)] public CreditCode Enterprise { get; init; }
    [Id(3)] public string Name { get; init; } = "";

    /// <summary>The production zone that it stands in.</summary>
    [Id(4)] public string? Zone { get; init; }
    [Id(5)] public ImmutableArray<MeasuredQuantity> Quantities { get; init; } = [];
    [Id(6)] public DateTimeOffset RegisteredAt { get; init; }
    [Id(7)] public DateTimeOffset KeyIssuedAt { get; init; }
    [Id(8)] public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>For the header X-Device-Key, in the answer that issued it: sensor-{id}.{secret}.</summary>
    [Id(9)] public string? Key { get; init; }
}
