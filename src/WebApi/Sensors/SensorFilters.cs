using Microsoft.AspNetCore.Mvc;
using Suyuan.Common;

namespace Suyuan.Sensors;

/// <summary>Which readings: of a quantity, from a moment or day to another.</summary>
internal sealed record ReadingFilter
{
    [FromQuery(Name = "from")] public Moment? From { get; init; }
    [FromQuery(Name = "to")] public Moment? To { get; init; }
    [FromQuery(Name = "quantity")] public Choice<SensorQuantity>? Quantity { get; init; }
}

/// <summary>What a chart shows: without a span the last day by hours, the last thirty by days.</summary>
internal sealed record ChartFilter
{
    [FromQuery(Name = "by")] public Choice<ChartStep>? By { get; init; }
    [FromQuery(Name = "from")] public Moment? From { get; init; }
    [FromQuery(Name = "to")] public Moment? To { get; init; }
    [FromQuery(Name = "quantity")] public Choice<SensorQuantity>? Quantity { get; init; }
}
