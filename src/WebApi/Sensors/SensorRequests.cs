using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Sensors;

/// <summary>What a sensor is called, where it stands, what it measures.</summary>
/// <param name="Name">1 to 60 characters.</param>
/// <param name="Quantities">Each once; without bounds the usual ones count.</param>
/// <param name="Zone">The id of a production zone of the enterprise.</param>
public sealed record SensorRequest(
    [StringLength(200)] string Name, ImmutableArray<QuantityRequest> Quantities, [StringLength(40)] string? Zone = null)
{
    internal SensorDescription ToDescription() =>
        new(Name, string.IsNullOrWhiteSpace(Zone) ? null : Zone.Trim(), [.. Quantities.Select(one => one.ToQuantity())]);

    internal RegisterSensor ToRegistration(Caller by, CreditCode enterprise) => new(by, enterprise, ToDescription());

    internal EditSensor ToEdit(Caller by, CreditCode enterprise, int? revision) => new(by, enterprise, revision, ToDescription());
}

/// <summary>A quantity, and the range within which its readings can be believed.</summary>
public sealed record QuantityRequest(SensorQuantity Quantity, decimal? Min = null, decimal? Max = null)
{
    internal WantedQuantity ToQuantity() => new(Quantity, Min, Max);
}

/// <summary>Readings of the sensor whose key is in the header, at most 10,000.</summary>
public sealed record ReadingsRequest(ImmutableArray<ReadingRequest> Readings);

/// <summary>A reading: what was measured, and when, with its offset.</summary>
public sealed record ReadingRequest(
    [StringLength(40)] string Quantity, decimal Value, [property: JsonConverter(typeof(OffsetTimeConverter))] DateTimeOffset At)
{
    internal Reading ToReading() => new(Quantity, Value, At);
}
